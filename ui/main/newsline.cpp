#include "ui/main/newsline.h"

#include "ui/common/parts.h"
#include "ui/common/theme.h"

#include <QtCore/QEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace faultline::ui {

namespace {
constexpr std::chrono::seconds kStays{12};
constexpr int kAboveFoot = 64; ///< the tabs of the evidence stay free, as does the card at the right
constexpr int kMargin = 16;
} // namespace

NewsLine::NewsLine(QWidget *parent)
    : QFrame(parent),
      m_sign(makeLabel("word"_L1, this)),
      m_text(makeLabel(""_L1, this)),
      m_show(makeButton("link"_L1, this)),
      m_close(makeButton("quiet"_L1, this))
{
    setProperty("role", u"banner"_s);
    setObjectName(u"news"_s);
    setAutoFillBackground(true);
    m_text->setWordWrap(false);
    m_text->setObjectName(u"newsText"_s);
    m_show->setObjectName(u"newsShow"_s);
    m_close->setText(u"✕"_s);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(12, 6, 6, 6);
    line->setSpacing(8);
    for (QWidget *part : {static_cast<QWidget *>(m_sign), static_cast<QWidget *>(m_text),
                          static_cast<QWidget *>(m_show), static_cast<QWidget *>(m_close)})
        line->addWidget(part);
    m_leave.setSingleShot(true);
    connect(&m_leave, &QTimer::timeout, this, &QWidget::hide);
    connect(m_close, &QPushButton::clicked, this, &QWidget::hide);
    connect(m_show, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT activated(m_subject);
    });
    parent->installEventFilter(this);
    retranslate();
    hide();
}

void NewsLine::tell(const QString &text, State state, const model::ObjectRef &subject)
{
    m_told = isHidden() ? 1 : m_told + 1;
    m_subject = subject;
    setLookOfState(this, state);
    setLookOfState(m_sign, state);
    m_sign->setText(lookOf(state).sign);
    m_text->setText(m_told == 1 ? text : tr("%1 (and %2 more)").arg(text).arg(m_told - 1));
    setAccessibleName(m_text->text());
    show();
    place();
    m_leave.start(kStays);
}

QString NewsLine::text() const { return isHidden() ? QString() : m_text->text(); }

void NewsLine::place()
{
    const QSize room = parentWidget()->size();
    const QSize own = sizeHint().boundedTo({room.width() - 2 * kMargin, room.height()});
    setGeometry(kMargin, room.height() - own.height() - kAboveFoot, own.width(), own.height());
    raise();
}

bool NewsLine::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize && !isHidden())
        place();
    return QFrame::eventFilter(watched, event);
}

void NewsLine::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void NewsLine::enterEvent(QEnterEvent *event)
{
    m_leave.stop();
    QFrame::enterEvent(event);
}

void NewsLine::leaveEvent(QEvent *event)
{
    m_leave.start(kStays);
    QFrame::leaveEvent(event);
}

void NewsLine::retranslate()
{
    m_show->setText(tr("Show"));
    m_close->setAccessibleName(tr("Close"));
    m_close->setToolTip(tr("Close"));
}

} // namespace faultline::ui
