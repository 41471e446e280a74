#pragma once

#include "core/report/report.h"

namespace faultline::report {

/// What every writer shows, made once: texts filled in one language, cluster text masked and made harmless.
/// Escaping for its own format stays the writer's.
struct EvidenceView {
    QString object; ///< "Service/shop/orders"
    QString field;
    QString value;
    QString time; ///< RFC 3339, or empty

    QString line() const { return object + u' ' + field + QStringLiteral(": ") + value; }
};

struct StepView {
    QString node;
    QString file; ///< name of the team's guide file that the question stands in; empty for the built-in guide
    QString question;
    QString answer; ///< "yes", "no", "unknown"; empty for an action
    QString by;     ///< "cluster", "person", "nobody"
    QString reason; ///< why it is unknown, in words
    std::vector<EvidenceView> evidence;
};

struct FindingView {
    const guide::Finding *finding = nullptr;
    guide::FindingText text;
    QString layer;                   ///< in words
    QString object;                  ///< "Service/shop/orders"
    QString file;                    ///< name of the team's guide file that says so; empty for the built-in guide
    QString weight;                  ///< "proven", "suspected", "open question" ... in words
    std::vector<EvidenceView> proof; ///< of the questions that decided, the last first
    std::vector<StepView> walk;
};

struct LayerView {
    QString id;
    QString name;
    guide::LayerState state = guide::LayerState::NotChecked;
    QString stateWord;
};

struct UncheckedView {
    QString check;
    QString node;
    QString question;
    QString reason;     ///< code
    QString reasonText; ///< in words, with the server's own where a read was denied or failed
    QString rule;       ///< the line of a Role that would allow it; empty where it is no matter of rights
};

struct SubjectView {
    const guide::Diagnosis *diagnosis = nullptr;
    QString title;    ///< "Deployment shop/orders"
    QString headline; ///< one sentence
    QString healthWord;
    std::vector<LayerView> layers;
    std::vector<FindingView> findings; ///< faults, open questions, waiting: the primary one first
    std::vector<FindingView> notes;    ///< intended, done, explained by a lower layer, quiet stops
    std::vector<UncheckedView> notChecked;
};

SubjectView viewOf(const Input &input, const guide::Diagnosis &diagnosis);

/// One step of a walk; an action has no answer.
StepView stepView(const Input &input, const guide::Walk &walk, const guide::Step &step);

/// The Roles that would allow what was denied, as YAML; empty when nothing was.
QString missingRights(const Input &input);

/// The words of the reports themselves, in one place.
QString stateWord(guide::LayerState state, base::Language language);
QString rightsHeading(base::Language language);
QString healthWord(guide::Health health, base::Language language);
QString healthId(guide::Health health);
QString answerText(const QString &answer, base::Language language); ///< of StepView::answer
QString answeredByText(const QString &by, base::Language language); ///< of StepView::by
QString phrase(base::Language language, const QString &en, const QString &zh);

/// For a terminal: the text in a look of ECMA-48 ("31" is red, "1" bold), and back to the usual one.
QString sgrPainted(const QString &text, const char *sgr);

/// Masked and harmless: for any text that comes from the cluster.
QString clean(const QString &text);

} // namespace faultline::report
