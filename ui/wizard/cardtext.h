#pragma once

#include "core/guide/wording.h"
#include "ui/wizard/trail.h"

namespace faultline::ui::wizard {

/// One place where a person can go and look, in words.
struct ProofRow {
    QString object; ///< "Service/shop/orders"
    QString field;
    QString value;
    QString time;

    bool operator==(const ProofRow &) const = default;
};

/// Two values that must be equal, side by side.
struct PairRow {
    QString left;
    QString right;
    bool equal = false;

    bool operator==(const PairRow &) const = default;
};

struct Comparison {
    QString leftTitle;
    QString rightTitle;
    std::vector<PairRow> rows; ///< empty = there is nothing to compare

    bool operator==(const Comparison &) const = default;
};

/// What the person can do about the answer.
enum class Asking {
    Nothing, ///< a step that only looks
    Right,   ///< the cluster answered: was that right?
    OnlyYou, ///< nobody but a person can tell
    Yours    ///< a person answered: change or withdraw
};

/// Everything that the card shows for one step, ready to show and harmless: the same five parts at every step.
struct CardText {
    int position = 0; ///< from 1; 0 = there is no step
    int count = 0;
    QString layer;
    guide::NodeId node;
    QString question;
    QString look = QStringLiteral("unknown"); ///< `state` of the style sheet for the answer
    QString answer;                           ///< "No"
    QString by;                               ///< "answered by the cluster"
    Comparison comparison;
    std::vector<ProofRow> proof;
    QString proofNote; ///< why there is no proof
    QString why;
    QStringList causes; ///< the most likely first
    QString mendTitle;
    QStringList fix;
    QString patch;
    QStringList commands;
    QStringList read; ///< https addresses of the guide
    QString see;      ///< the kubectl command of the step

    Asking asking = Asking::Nothing;
    checks::Answer given = checks::Answer::Unknown; ///< meaningful with Asking::Right and Yours
    bool hasBack = false;
    bool hasNext = false;

    bool operator==(const CardText &) const = default;
};

/// What the texts are made from. The pointers outlive the call.
struct CardInput {
    const guide::Guide *guide = nullptr;
    const guide::Diagnosis *diagnosis = nullptr;
    Focus focus;
    base::Language language = base::Language::English;
    guide::CommandContext commands;
    base::Timestamp now; ///< of the picture
};

/// An empty card (position 0) when there is no diagnosis or no step.
CardText cardText(const CardInput &input);

} // namespace faultline::ui::wizard
