#include "ui/common/placelink.h"

#include "ui/common/diagrampicture.h"
#include "ui/common/theme.h"

#include <QtWidgets/QStyleOptionButton>

using namespace Qt::StringLiterals;

namespace faultline::ui {

namespace {
constexpr int kPadding = 4; ///< of the style sheet, both sides
constexpr int kLeastRoom = 48;
} // namespace

PlaceLink::PlaceLink(const QString &text, const QString &name, QWidget *parent) : QPushButton(parent)
{
    setProperty("role", u"place"_s);
    setAutoDefault(false);
    setFont(codeFont());
    QString line = text;
    setText(line.replace(u'&', u"&&"_s));
    setAccessibleName(name);
    setToolTip(plainTip(name));
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setSizePolicy(policy);
}

QSize PlaceLink::sizeHint() const
{
    ensurePolished();
    return {fontMetrics().size(Qt::TextShowMnemonic, text()).width() + kPadding, fontMetrics().height() + kPadding};
}

QSize PlaceLink::minimumSizeHint() const { return {std::min(kLeastRoom, sizeHint().width()), sizeHint().height()}; }

/// Cut at a dot of the path where that leaves something.
QString PlaceLink::shownIn(int room) const
{
    const QString elided = fontMetrics().elidedText(text(), Qt::ElideLeft, room, Qt::TextShowMnemonic);
    const qsizetype dot = elided.indexOf(u'.');
    const bool isCutInside = elided != text() && dot > 0 && dot + 8 < elided.size();
    return isCutInside ? u"…"_s + elided.mid(dot + 1) : elided;
}

void PlaceLink::initStyleOption(QStyleOptionButton *option) const
{
    QPushButton::initStyleOption(option);
    option->text = shownIn(width() - kPadding);
}

} // namespace faultline::ui
