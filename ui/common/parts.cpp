#include "ui/common/parts.h"

#include "ui/common/stylesheet.h"

#include <QtWidgets/QFrame>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStyle>

using namespace Qt::StringLiterals;

namespace faultline::ui {

QLabel *makeLabel(QLatin1StringView role, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setProperty("role", QString(role));
    if (role == "heading"_L1)
        label->setFont(headingFont());
    return label;
}

QLabel *makeSelectableLabel(QLatin1StringView role, QWidget *parent)
{
    QLabel *label = makeLabel(role, parent);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    // Reachable by clicking; the tab order stays with what can be done.
    label->setFocusPolicy(Qt::ClickFocus);
    return label;
}

QString breakable(const QString &text)
{
    constexpr int kLong = 16;
    constexpr QChar kBreak(0x200B);
    QString result;
    int run = 0;
    for (const QChar letter : text) {
        result += letter;
        const bool breaksAnyway = letter.isSpace() || letter.unicode() >= 0x2E80; // CJK breaks at every letter
        run = breaksAnyway ? 0 : run + 1;
        if (run >= kLong || (run > 2 && QStringView(u"/._-:=,").contains(letter))) {
            result += kBreak;
            run = 0;
        }
    }
    return result;
}

QFrame *makeFrame(QLatin1StringView role, QWidget *parent)
{
    auto *frame = new QFrame(parent);
    frame->setProperty("role", QString(role));
    return frame;
}

QPushButton *makeButton(QLatin1StringView role, QWidget *parent)
{
    auto *button = new QPushButton(parent);
    button->setProperty("role", QString(role));
    button->setAutoDefault(false);
    return button;
}

void setLook(QWidget *widget, const char *property, const QString &value)
{
    if (widget->property(property).toString() == value)
        return;
    widget->setProperty(property, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

void setLookOfState(QWidget *widget, State state) { setLook(widget, "state", stateProperty(state)); }

} // namespace faultline::ui
