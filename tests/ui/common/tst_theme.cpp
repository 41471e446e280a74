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

std::vector<Theme> allThemes()
{
    return {Theme::light(), Theme::dark(), Theme::highContrastLight(), Theme::highContrastDark()};
}

/// What writing needs at least: AA, and AAA where somebody asked for high contrast.
double leastFor(const Theme &theme) { return theme.contrast == Contrast::High ? 7 : 4.5; }

QString pairName(const QColor &one, const QColor &other)
{
    return one.name() + u" on "_s + other.name() + u": "_s + QString::number(contrast(one, other));
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
        for (const Theme &theme : allThemes()) {
            const double least = leastFor(theme);
            std::vector<std::pair<QColor, QColor>> pairs{{theme.onAccent, theme.path.foreground},
                                                         {theme.text, theme.path.background}};
            for (const QColor &ground : {theme.panel, theme.ground, theme.code}) {
                pairs.emplace_back(theme.text, ground);
                pairs.emplace_back(theme.dimText, ground);
                pairs.emplace_back(theme.path.foreground, ground);
            }
            for (const State state : kStates) {
                const Tone &tone = theme.tone(state);
                pairs.emplace_back(theme.text, tone.background);
                for (const QColor &ground : {tone.background, theme.panel, theme.ground})
                    pairs.emplace_back(tone.foreground, ground);
            }
            for (const auto &[writing, ground] : pairs)
                QVERIFY2(contrast(writing, ground) >= least, qPrintable(pairName(writing, ground)));
            QVERIFY(contrast(theme.text, theme.panel) >= 7);
        }
    }

    void highContrastHasBordersAndRingsThatNobodyOverlooks()
    {
        for (const Theme &theme : {Theme::highContrastLight(), Theme::highContrastDark()}) {
            QVERIFY2(contrast(theme.line, theme.panel) >= 4.5, qPrintable(pairName(theme.line, theme.panel)));
            const QString ring = u":focus { border: 3px solid "_s + theme.text.name();
            QVERIFY(styleSheet(theme).contains(ring));
        }
    }

    void everyThemeShowsTheFocusInAColourThatStandsOut()
    {
        for (const Theme &theme : allThemes())
            QVERIFY(contrast(theme.path.foreground, theme.panel) >= 3);
    }

    void writingGrowsWithTheTextScale()
    {
        setTextScale(150);
        QCOMPARE(textFont().pixelSize(), 19);
        QVERIFY(styleSheet(Theme::light()).contains(u"* { font-size: 19px; }"_s));
        setTextScale(900);
        QCOMPARE(textScale(), 200);
        setTextScale(100);
        QCOMPARE(textFont().pixelSize(), 13);
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
        for (const Theme &theme : allThemes()) {
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
        QCOMPARE(Theme::forScheme(Scheme::Dark, Contrast::High), Theme::highContrastDark());
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
