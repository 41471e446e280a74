#pragma once

#include "core/guide/wording.h"
#include "ui/wizard/trail.h"

namespace faultline::ui::wizard {

/// One thing that was seen at an object, in words.
struct ProofRow {
    QString path;  ///< as the check named it, for going there: "spec.selector.tier", "log", "events[Failed].message"
    QString field; ///< as it is shown: the path, "Log", "Event Failed ×3"
    QString value;
    QString time;

    bool operator==(const ProofRow &) const = default;
};

/// What was seen at one object.
struct ProofGroup {
    model::ObjectRef object; ///< null where the proof is about no object
    QString title;           ///< "Service/shop/orders"
    std::vector<ProofRow> rows;

    bool operator==(const ProofGroup &) const = default;
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

/// Where an answer leads, in words; answers that lead to the same place stand together: "No, or not known".
struct Lead {
    QString answers;
    QString text;
    bool isTaken = false; ///< the walk went there

    bool operator==(const Lead &) const = default;
};

/// What to try when the mend does not help.
struct Further {
    QString text;
    Focus jump; ///< the step that it is about; walk -1 = none

    bool operator==(const Further &) const = default;
};

/// The steps of one layer on the way.
struct WayPart {
    QString layer;
    int count = 0;

    bool operator==(const WayPart &) const = default;
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
    std::vector<WayPart> way;
    std::vector<Focus> trail; ///< what each step of the way is
    Focus result;             ///< where the walk that matters most ended; walk -1 = nowhere
    guide::NodeId node;
    QString question;
    QString ask; ///< why this is asked
    std::vector<Lead> leads;
    QString look = QStringLiteral("unknown"); ///< `state` of the style sheet for the answer
    QString answer;                           ///< "No"
    QString by;                               ///< "answered by the cluster"
    Comparison comparison;
    std::vector<ProofGroup> proof;
    QString proofNote; ///< why there is no proof
    QString why;
    QStringList causes; ///< the most likely first
    QString mendTitle;
    QString mendNote; ///< why there is nothing to mend here
    QStringList fix;
    QString patch;
    QStringList commands;
    std::vector<Further> further; ///< never empty where there is something to mend
    QStringList read;             ///< https addresses of the guide
    QString see;                  ///< the kubectl command of the step
    bool isTrial = false;         ///< only trying the connection can tell
    QStringList contacts;         ///< what a trial would contact; empty = there is nothing that can be tried from here
    QString trying;               ///< what is being tried right now
    QString browse;               ///< what could be opened in a browser by a tunnel; empty = nothing here

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
    base::Timestamp now;                     ///< of the picture
    const model::Cluster *cluster = nullptr; ///< for how often an event came; may be missing
    QStringList contacts = {};               ///< see CardText
    QString trying = {};
    QString browse = {};
};

/// An empty card (position 0) when there is no diagnosis or no step.
CardText cardText(const CardInput &input);

} // namespace faultline::ui::wizard
