#include "ui/common/weblink.h"

#include "ui/common/parts.h"

#include <QtGui/QDesktopServices>

using namespace Qt::StringLiterals;

namespace faultline::ui {

WebLink::WebLink(const QUrl &url, QWidget *parent) : QLabel(parent), m_url(url)
{
    const QString path = url.path();
    const QString shown = url.host() + path.chopped(path.endsWith(u'/') ? 1 : 0);
    setTextFormat(Qt::RichText);
    setText(u"<a href=\"%1\" style=\"text-decoration:none\">%2</a>"_s.arg(
        url.toString(QUrl::FullyEncoded).toHtmlEscaped(), breakable(shown).toHtmlEscaped()));
    setWordWrap(true);
    setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    setToolTip(url.toString());
    setAccessibleName(tr("Open %1 in the browser").arg(url.toString()));
    connect(this, &QLabel::linkActivated, this, [this] { QDesktopServices::openUrl(m_url); });
}

} // namespace faultline::ui
