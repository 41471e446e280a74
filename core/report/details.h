#pragma once

#include "core/report/subjectview.h"

namespace faultline::report {

/// One walk of the lit path, question by question.
struct WalkView {
    QString layer;
    QString about; ///< "Pod/shop/cart-1, container app"
    std::vector<StepView> steps;
    QString end; ///< the leaf's title, or that the next layer comes now
};
std::vector<WalkView> litWalksOf(const Input &input, const guide::Diagnosis &diagnosis);

/// model::withRemark(), not yet made harmless.
QStringList remarksOf(const Input &input);

/// How much of the way was seen. Questions that stand on it in several walks count in each.
struct Coverage {
    int byCluster = 0;
    int byPerson = 0;
    int notTried = 0;    ///< only a trial of the connection can tell, and nobody made it
    int notAnswered = 0; ///< forbidden, not in the input, failed
    int all() const { return byCluster + byPerson + notTried + notAnswered; }
};
Coverage coverageOf(const guide::Diagnosis &diagnosis);

struct EventView {
    QString time; ///< of the last time, RFC 3339
    QString object;
    QString reason;
    QString message;
    int count = 1;
};

/// Warnings about what the walks are about, the newest first; at most `most`. `left` says how many there are besides.
struct EventsView {
    std::vector<EventView> events;
    qsizetype left = 0;
};
EventsView warningsOf(const Input &input, const guide::Diagnosis &diagnosis, size_t most);

/// The end of a container's log that the verdict may rest on, or what stands around the line that likely tells why the
/// run ended.
struct LogView {
    QString title; ///< "Pod/shop/cart-1, container app, the run before"
    QStringList lines;
    qsizetype marked = -1; ///< index into lines of the likely cause; -1: none was recognised
};
std::vector<LogView> logsOf(const Input &input, const guide::Diagnosis &diagnosis, size_t most);

} // namespace faultline::report
