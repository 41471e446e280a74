#include "core/report/subjectview.h"

using namespace Qt::StringLiterals;

namespace faultline::report {

QString stateWord(guide::LayerState state, base::Language language)
{
    switch (state) {
    case guide::LayerState::Fine:
        return phrase(language, u"fine"_s, u"正常"_s);
    case guide::LayerState::Fault:
        return phrase(language, u"fault"_s, u"故障"_s);
    case guide::LayerState::Suspected:
        return phrase(language, u"suspected"_s, u"疑似"_s);
    case guide::LayerState::Open:
        return phrase(language, u"open question"_s, u"待回答"_s);
    case guide::LayerState::Waiting:
        return phrase(language, u"waiting"_s, u"等待中"_s);
    case guide::LayerState::Intended:
        return phrase(language, u"as intended"_s, u"符合预期"_s);
    case guide::LayerState::Explained:
        return phrase(language, u"explained by a lower layer"_s, u"由下层引起"_s);
    case guide::LayerState::NotTried:
        return phrase(language, u"not tried"_s, u"未测试"_s);
    case guide::LayerState::Unused:
        return phrase(language, u"not used"_s, u"未使用"_s);
    case guide::LayerState::NotChecked:
        break;
    }
    return phrase(language, u"not checked"_s, u"未检查"_s);
}

QString healthWord(guide::Health health, base::Language language)
{
    switch (health) {
    case guide::Health::Fault:
        return phrase(language, u"broken"_s, u"有故障"_s);
    case guide::Health::Open:
        return phrase(language, u"open question"_s, u"待回答"_s);
    case guide::Health::Waiting:
        return phrase(language, u"waiting"_s, u"等待中"_s);
    case guide::Health::Fine:
        return phrase(language, u"fine as far as the API can tell"_s, u"就 API 所见正常"_s);
    case guide::Health::Unjudged:
        break;
    }
    return phrase(language, u"could not be judged"_s, u"无法判断"_s);
}

QString rightsHeading(base::Language language)
{
    return phrase(language, u"Some reads were denied. What allows them, bound to your user:"_s,
                  u"有些读取被拒绝。将下列规则绑定到您的用户即可允许："_s);
}

QString answerText(const QString &answer, base::Language language)
{
    if (answer == "yes"_L1)
        return phrase(language, answer, u"是"_s);
    return answer == "no"_L1 ? phrase(language, answer, u"否"_s) : phrase(language, answer, u"未知"_s);
}

QString answeredByText(const QString &by, base::Language language)
{
    if (by == "cluster"_L1)
        return phrase(language, by, u"集群"_s);
    return by == "person"_L1 ? phrase(language, by, u"人工"_s) : phrase(language, by, u"无"_s);
}

QString healthId(guide::Health health)
{
    switch (health) {
    case guide::Health::Fault:
        return u"fault"_s;
    case guide::Health::Open:
        return u"open"_s;
    case guide::Health::Waiting:
        return u"waiting"_s;
    case guide::Health::Fine:
        return u"fine"_s;
    case guide::Health::Unjudged:
        break;
    }
    return u"unjudged"_s;
}

QString sgrPainted(const QString &text, const char *sgr)
{
    return u"\033[%1m%2\033[0m"_s.arg(QLatin1StringView(sgr), text);
}

} // namespace faultline::report
