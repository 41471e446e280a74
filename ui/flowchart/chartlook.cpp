#include "ui/common/guidestate.h"
#include "ui/flowchart/chartpicture.h"

using namespace Qt::StringLiterals;

namespace faultline::ui {

namespace {

using base::LocalizedText;
using checks::Answer;
using guide::AnsweredBy;

const LocalizedText kYes{u"yes"_s, u"是"_s};
const LocalizedText kNo{u"no"_s, u"否"_s};
const LocalizedText kByCluster{u"%1 · says the cluster"_s, u"%1 · 集群回答"_s};
const LocalizedText kByPerson{u"%1 · you said so"_s, u"%1 · 你的回答"_s};
const LocalizedText kNotTried{u"not tried yet"_s, u"尚未测试"_s};
const LocalizedText kNotChecked{u"could not be checked"_s, u"无法检查"_s};
const LocalizedText kOnlyYou{u"only you can tell"_s, u"只有你能回答"_s};
const LocalizedText kExplained{u"due to a lower layer"_s, u"由下层问题引起"_s};

QString answeredText(const LitNode &lit, base::Language language)
{
    if (lit.notTried) {
        return kNotTried.in(language);
    }
    if (lit.answer == Answer::Unknown) {
        return kNotChecked.in(language);
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
        return;
    }
    const State state = lit.role == LitNode::Role::Leaf     ? stateOf(node.verdict, lit.certainty)
                        : lit.role == LitNode::Role::Asking ? State::Open
                                                            : State::Explained;
    look.ink = inkOf(state);
    look.glyph = lookOf(state).glyph;
    if (lit.role == LitNode::Role::Asking) {
        look.detail = kOnlyYou.in(language);
    } else if (lit.role == LitNode::Role::Noted) {
        look.detail = kExplained.in(language);
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
    if (lit != nullptr) {
        lightUp(look, node, *lit, language);
    }
    return look;
}

} // namespace faultline::ui
