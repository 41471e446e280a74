#include "core/report/subjectview.h"
#include "core/report/svg.h"

using namespace Qt::StringLiterals;

namespace faultline::report {

namespace {

constexpr qreal kBoxWidth = 148;
constexpr qreal kBoxHeight = 40;
constexpr qreal kGap = 56;
constexpr qreal kRowGap = 30;
constexpr qreal kBandLabel = 120;
constexpr int kPerRow = 4;

/// The lit path, one band a layer, questions left to right and wrapped: the walk reads like text.
class PathPainter
{
public:
    PathPainter(const guide::Guide &guide, base::Language language, const MeasureText &measure)
        : m_guide(guide), m_language(language), m_measure(measure)
    {
    }

    void walk(const guide::Walk &walk)
    {
        if (m_row >= 0) {
            newRow();
        } else {
            m_row = 0;
        }
        m_svg.text({0, y() + 24},
                   m_guide.layer(walk.layer).text.in(m_language).section(u'（', 0, 0).section(u" ("_s, 0, 0),
                   u"band"_s);
        for (const guide::Step &step : walk.steps) {
            const guide::Node &node = m_guide.node(step.node);
            if (node.type != guide::NodeType::Action)
                place(node, stateOf(step), answerOf(step));
        }
        if (walk.end == guide::Walk::End::Leaf)
            place(m_guide.node(walk.at), leafState(m_guide.node(walk.at)), {});
        m_pending.clear();
    }

    QString take(const QString &name)
    {
        const QRectF bounds(0, 0, kBandLabel + kPerRow * (kBoxWidth + kGap), y() + kBoxHeight);
        return m_svg.take(bounds, name);
    }

private:
    qreal y() const { return m_row * (kBoxHeight + kRowGap); }
    qreal x() const { return kBandLabel + m_column * (kBoxWidth + kGap); }

    void newRow()
    {
        ++m_row;
        m_column = 0;
    }

    static QString stateOf(const guide::Step &step)
    {
        return step.by == guide::AnsweredBy::Nobody ? u"unknown"_s : u"passed"_s;
    }

    QString answerOf(const guide::Step &step) const
    {
        if (step.notTried)
            return phrase(m_language, u"not tried"_s, u"未测试"_s);
        switch (step.answer) {
        case checks::Answer::Yes:
            return phrase(m_language, u"yes"_s, u"是"_s);
        case checks::Answer::No:
            return phrase(m_language, u"no"_s, u"否"_s);
        case checks::Answer::Unknown:
            break;
        }
        return phrase(m_language, u"unknown"_s, u"未知"_s);
    }

    static QString leafState(const guide::Node &leaf)
    {
        switch (leaf.verdict) {
        case guide::LeafVerdict::Done:
            return u"fine"_s;
        case guide::LeafVerdict::Intended:
            return u"intended"_s;
        case guide::LeafVerdict::Wait:
        case guide::LeafVerdict::Suspect:
            return u"suspected"_s;
        default:
            return u"fault"_s;
        }
    }

    void place(const guide::Node &node, const QString &cssClass, const QString &answer)
    {
        if (m_column == kPerRow)
            newRow();
        const QRectF rect(x(), y(), kBoxWidth, kBoxHeight);
        connect(rect);
        const bool leaf = node.type == guide::NodeType::Resolution;
        m_svg.box(rect, leaf ? 6 : kBoxHeight / 2, u"box "_s + cssClass);
        const QString words = (node.shortText.isEmpty() ? node.text : node.shortText).in(m_language);
        m_svg.centred({rect.center().x(), rect.center().y() + 4}, elided(words, kBoxWidth - 16, 12, m_measure),
                      u"step"_s);
        m_pending = answer;
        m_from = rect;
        ++m_column;
    }

    void connect(const QRectF &to)
    {
        if (m_pending.isEmpty())
            return;
        if (qFuzzyCompare(m_from.top() + 1, to.top() + 1)) {
            m_svg.arrow({{m_from.right(), m_from.center().y()}, {to.left(), to.center().y()}}, u"passed"_s);
            m_svg.centred({(m_from.right() + to.left()) / 2, to.center().y() - 6}, m_pending, u"small passed"_s);
            return;
        }
        const qreal between = (m_from.bottom() + to.top()) / 2;
        m_svg.arrow({{m_from.center().x(), m_from.bottom()},
                     {m_from.center().x(), between},
                     {to.center().x(), between},
                     {to.center().x(), to.top()}},
                    u"passed"_s);
        m_svg.centred({(m_from.center().x() + to.center().x()) / 2, between - 4}, m_pending, u"small passed"_s);
    }

    const guide::Guide &m_guide;
    base::Language m_language;
    const MeasureText &m_measure;
    SvgWriter m_svg;
    int m_row = -1;
    int m_column = 0;
    QString m_pending;
    QRectF m_from;
};

} // namespace

QString pathSvg(const Input &input, const guide::Diagnosis &diagnosis, const MeasureText &measure)
{
    PathPainter painter(*input.guide, input.language, measure);
    for (const guide::Walk *walk : diagnosis.litWalks())
        painter.walk(*walk);
    return painter.take(phrase(input.language, u"The way through the guide"_s, u"排查路径"_s));
}

} // namespace faultline::report
