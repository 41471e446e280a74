#include "core/guide/wording.h"
#include "ui/common/guidestate.h"
#include "ui/flowchart/chartpicture.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::ui {

namespace {

using base::LocalizedText;
using checks::Answer;
using guide::AnsweredBy;

const LocalizedText kYes{u"yes"_s, u"是"_s};
const LocalizedText kNo{u"no"_s, u"否"_s};
const LocalizedText kByCluster{u"cluster: %1"_s, u"集群：%1"_s};
const LocalizedText kByPerson{u"you: %1"_s, u"你：%1"_s};
const LocalizedText kNotTried{u"not tried yet"_s, u"尚未测试"_s};
const LocalizedText kNotChecked{u"could not be checked"_s, u"无法检查"_s};
const LocalizedText kFolded{u"+ %1 checks"_s, u"+ %1 项检查"_s};
const LocalizedText kOpen{u"− %1 checks"_s, u"− %1 项检查"_s};
const LocalizedText kAllPassed{u"cluster: passed"_s, u"集群：已通过"_s};
const LocalizedText kUnanswered{u"%1 not checked"_s, u"%1 项未检查"_s};
const LocalizedText kCurrent{u"%1 of %2: %3"_s, u"%1/%2：%3"_s};
const LocalizedText kUnfold{u"Click to unfold:"_s, u"点击展开："_s};
const LocalizedText kFoldAgain{u"Click to fold again:"_s, u"点击收起："_s};
const LocalizedText kOnlyYou{u"only you can tell"_s, u"只有你能回答"_s};
const LocalizedText kNotAsked{u"not on the way"_s, u"不在本次路径上"_s};
const LocalizedText kExplained{u"a consequence"_s, u"连带结果"_s};
const LocalizedText kNoted{u"noted"_s, u"说明"_s};

QString answeredText(const LitNode &lit, base::Language language)
{
    if (lit.notTried) {
        return kNotTried.in(language);
    }
    if (lit.answer == Answer::Unknown) {
        return lit.reason.isEmpty() ? kNotChecked.in(language) : guide::reasonText(lit.reason, language);
    }
    const QString answer = (lit.answer == Answer::Yes ? kYes : kNo).in(language);
    return (lit.by == AnsweredBy::Person ? kByPerson : kByCluster).in(language).arg(answer);
}

void lightUp(NodeLook &look, const guide::Node &node, const LitNode &lit, base::Language language)
{
    look.strong = true;
    look.ink = Ink::Path;
    const bool asks = node.type == guide::NodeType::Question || node.type == guide::NodeType::Check;
    if (lit.role == LitNode::Role::Passed && asks) {
        look.detail = answeredText(lit, language);
        look.hatched = lit.notTried || lit.answer == Answer::Unknown;
        look.dashed = lit.notTried;
        look.ink = look.hatched ? Ink::Unknown : Ink::Path;
        return;
    }
    if (lit.role == LitNode::Role::Passed) {
        if (node.role == "milestone"_L1 && lit.isSure) {
            look.ink = inkOf(State::Fine);
            look.glyph = lookOf(State::Fine).glyph;
        }
        return;
    }
    // Nobody has seen it work while the connection was not tried.
    const bool isOnlyHoped = node.verdict == guide::LeafVerdict::Done && !lit.isSure;
    const State state = lit.role == LitNode::Role::Leaf
                            ? isOnlyHoped ? State::NotTried : stateOf(node.verdict, lit.certainty)
                        : lit.role == LitNode::Role::Asking ? State::Open
                                                            : State::Explained;
    look.ink = inkOf(state);
    look.glyph = lookOf(state).glyph;
    look.said = lookOf(state).word.in(language);
    look.hatched = state == State::NotTried;
    if (state == State::NotTried) {
        look.detail = kNotTried.in(language);
    } else if (lit.role == LitNode::Role::Asking) {
        look.detail = kOnlyYou.in(language);
    } else if (lit.role == LitNode::Role::Noted) {
        look.detail = (node.follows ? kExplained : kNoted).in(language);
        look.said = node.follows ? look.said : look.detail;
    }
}

} // namespace

NodeLook chartNodeLook(const guide::Node &node, const LitNode *lit, base::Language language)
{
    NodeLook look;
    look.wraps = true;
    const bool isLeaf = node.type == guide::NodeType::Resolution;
    look.shape = isLeaf                                 ? NodeLook::Shape::Box
                 : node.type == guide::NodeType::Action ? NodeLook::Shape::Step
                                                        : NodeLook::Shape::Pill;
    const bool hasShort = !node.shortText.isEmpty();
    look.title = (hasShort ? node.shortText : node.text).in(language);
    look.tip = node.text.in(language);
    if (!node.help.isEmpty()) {
        look.tip += u'\n' + node.help.in(language);
    }
    if (node.isTeams()) {
        look.tip += u'\n' + node.file;
    }
    look.plain = node.type == guide::NodeType::Action;
    look.said = kNotAsked.in(language);
    if (lit != nullptr) {
        look.said.clear(); // the detail says it
        lightUp(look, node, *lit, language);
        look.tip += look.detail.isEmpty() ? QString() : u'\n' + look.detail;
    }
    return look;
}

NodeLook foldLook(const ChartFold &fold, const std::vector<guide::Node> &nodes, base::Language language)
{
    QStringList titles;
    for (const guide::NodeId &member : fold.members) {
        const auto node = std::find_if(nodes.begin(), nodes.end(), [&](const auto &one) { return one.id == member; });
        titles += (node->shortText.isEmpty() ? node->text : node->shortText).in(language);
    }
    NodeLook look;
    look.shape = NodeLook::Shape::Step;
    look.ink = Ink::Path;
    look.plain = true;
    look.wraps = true;
    look.hatched = fold.unanswered > 0;
    const auto count = static_cast<int>(fold.members.size());
    look.title = (fold.isOpen ? kOpen : kFolded).in(language).arg(count);
    look.detail = fold.unanswered > 0 ? kUnanswered.in(language).arg(fold.unanswered) : kAllPassed.in(language);
    if (fold.current >= 0) {
        look.detail = kCurrent.in(language).arg(fold.current + 1).arg(count).arg(titles.at(fold.current));
    }
    look.tip = (fold.isOpen ? kFoldAgain : kUnfold).in(language) + u"\n· "_s + titles.join(u"\n· "_s);
    return look;
}

} // namespace faultline::ui
