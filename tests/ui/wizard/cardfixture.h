#pragma once

#include "ui/common/codeblock.h"
#include "ui/common/placelink.h"
#include "ui/wizard/askview.h"
#include "ui/wizard/proofview.h"
#include "ui/wizard/wizardcard.h"

#include <QtTest/QtTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

#include <algorithm>

/// A card to look at, and what a test asks of it.
namespace faultline::test {

using namespace faultline::ui;
using namespace faultline::ui::wizard;
using namespace Qt::StringLiterals;

inline CardText selectorCard()
{
    CardText card;
    card.position = 9;
    card.count = 9;
    card.layer = u"Service"_s;
    card.node = u"s_selector"_s;
    card.question = u"Does every selector pair occur on the Pods?"_s;
    card.look = u"fault"_s;
    card.answer = u"No"_s;
    card.by = u"answered by the cluster"_s;
    card.comparison = {u"Service selector"_s, u"Pod labels"_s, {{u"tier=backedn"_s, u"tier=backend"_s, false}}};
    card.proof = {{{model::Kind::Service, u"shop"_s, u"orders"_s},
                   u"Service/shop/orders"_s,
                   {{u"spec.selector.tier"_s, u"spec.selector.tier"_s, u"backedn"_s, {}}}}};
    card.ask = u"A Service finds its Pods by labels."_s;
    card.leads = {{u"Yes"_s, u"next: Has the Pod an IP?"_s, false}, {u"No"_s, u"result: Fix the selector"_s, true}};
    card.way = {{u"Pods"_s, 6}, {u"Service"_s, 3}};
    for (int i = 0; i < 9; ++i)
        card.trail.push_back({i < 6 ? 0 : 1, i < 6 ? i : i - 6});
    card.result = {1, 2};
    card.further = {{u"This was found, too: the Ingress is wrong"_s, {2, 4}}, {u"Ask a colleague"_s, {}}};
    card.why = u"A Service sends traffic only to Pods that carry all of its selector pairs."_s;
    card.causes = {u"A slip of the pen"_s, u"A label that was renamed"_s};
    card.read = {u"https://kubernetes.io/docs/concepts/services-networking/service/"_s};
    card.mendTitle = u"Make the selector match"_s;
    card.fix = {u"Change the selector"_s, u"Or the labels"_s};
    card.patch = u" selector:\n-  tier: backedn\n+  tier: backend"_s;
    card.commands = {u"kubectl patch service orders"_s};
    card.see = u"kubectl get pods --show-labels"_s;
    card.asking = Asking::Right;
    card.given = checks::Answer::No;
    card.hasBack = true;
    return card;
}

inline QStringList textsOf(const QWidget &widget)
{
    QStringList texts;
    for (const QLabel *label : widget.findChildren<QLabel *>()) {
        if (!label->isHidden())
            texts += label->text().remove(QChar(0x200B));
    }
    return texts;
}

inline QPushButton *button(const QWidget &widget, const QString &name) { return widget.findChild<QPushButton *>(name); }

inline void click(QPushButton *target) { QTest::mouseClick(target, Qt::LeftButton); }

inline QLabel *questionOf(const WizardCard &card)
{
    for (QLabel *label : card.findChildren<QLabel *>()) {
        if (label->property("role") == u"question"_s)
            return label;
    }
    return nullptr;
}

inline AskView *askOf(const WizardCard &card) { return card.findChild<AskView *>(); }

/// The first block of code in the proof.
inline QString proofText(const WizardCard &card)
{
    for (const CodeBlock *block : card.findChild<ProofView *>()->findChildren<CodeBlock *>()) {
        if (!block->isHidden() && !block->parentWidget()->isHidden())
            return block->toPlainText();
    }
    return {};
}

inline int visibleLinks(const WizardCard &card)
{
    const auto links = card.findChildren<PlaceLink *>();
    return static_cast<int>(
        std::count_if(links.begin(), links.end(), [&card](const PlaceLink *link) { return link->isVisibleTo(&card); }));
}

inline void clickText(const WizardCard &card, const QString &text)
{
    for (QPushButton *each : card.findChildren<QPushButton *>()) {
        if (each->text() == text && each->isVisibleTo(&card))
            return each->click();
    }
    QFAIL(qPrintable(text));
}

} // namespace faultline::test
