#include "ui/common/stylesheet.h"

#include <QtTest/QtTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QWidget>

#include <cmath>

using namespace faultline::ui;
using namespace Qt::StringLiterals;

namespace {

double linear(double channel)
{
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

// WCAG 2 contrast ratio.
double contrast(const QColor &one, const QColor &other)
{
    const auto [low, high] = std::minmax(luminance(one), luminance(other));
    return (high + 0.05) / (low + 0.05);
}

constexpr std::array kStates{State::Fine,     State::Fault,     State::Suspected, State::Open,       State::Waiting,
                             State::Intended, State::Explained, State::NotTried,  State::NotChecked, State::Quiet};

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writingHasContrastOnItsFillAndOnThePanel()
    {
        for (const Theme &theme : {Theme::light(), Theme::dark()}) {
            for (const State state : kStates) {
                const Tone &tone = theme.tone(state);
                QVERIFY2(contrast(tone.foreground, tone.background) >= 4.5, qPrintable(tone.foreground.name()));
                QVERIFY2(contrast(tone.foreground, theme.panel) >= 4.5, qPrintable(tone.foreground.name()));
            }
            QVERIFY(contrast(theme.text, theme.panel) >= 7);
            QVERIFY(contrast(theme.dimText, theme.panel) >= 4.5);
            QVERIFY(contrast(theme.dimText, theme.code) >= 4.5);
            QVERIFY(contrast(theme.onAccent, theme.path.foreground) >= 4.5);
        }
    }

    void noStateIsTellableByColourAlone()
    {
        QStringList words;
        for (const State state : kStates) {
            const StateLook &look = lookOf(state);
            words += look.word.en;
            QCOMPARE(look.word.en.isEmpty(), look.word.zh.isEmpty());
            QCOMPARE(look.glyph == Glyph::None, state == State::Quiet);
            QCOMPARE(glyphPath(look.glyph, QRectF(0, 0, 8, 8)).isEmpty(), state == State::Quiet);
        }
        QCOMPARE(words.removeDuplicates(), 0);
    }

    void theStyleSheetNamesOnlyKnownColours()
    {
        for (const Theme &theme : {Theme::light(), Theme::dark()}) {
            const QString sheet = styleSheet(theme);
            QVERIFY(!sheet.contains(u'@'));
            QVERIFY(!sheet.contains(u'%'));
            QVERIFY(sheet.contains(theme.fault.foreground.name()));
            QTest::failOnWarning(QRegularExpression(u"."_s));
            qApp->setStyleSheet(sheet);
            QWidget widget;
            widget.ensurePolished();
        }
    }

    void theSchemeFollowsTheDesktop()
    {
        QCOMPARE(schemeOf(Theme::light().palette()), Scheme::Light);
        QCOMPARE(schemeOf(Theme::dark().palette()), Scheme::Dark);
        QCOMPARE(Theme::forScheme(Scheme::Dark), Theme::dark());
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
