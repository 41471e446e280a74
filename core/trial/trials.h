#pragma once

#include "core/trial/task.h"

#include <map>
#include <memory>
#include <vector>

namespace faultline::trial {

/// Tries one thing after the other, each once. Made when a person asked for it, and for nothing else.
class Trials : public QObject
{
    Q_OBJECT

public:
    /// `client` may be null for public addresses alone; it must outlive this.
    Trials(std::vector<model::TrialKey> keys, kube::Client *client, const Limits &limits = {},
           QObject *parent = nullptr);

    void start();

    /// What was not tried yet is not tried any more; finished() follows with what there is.
    void cancel();

Q_SIGNALS:
    void trying(const faultline::model::TrialKey &key, int number, int of);
    void finished(const std::map<faultline::model::TrialKey, faultline::model::Trial> &made);

private:
    void next();

    std::vector<model::TrialKey> m_keys;
    kube::Client *m_client;
    Limits m_limits;
    size_t m_number = 0;
    std::unique_ptr<Task> m_task;
    std::map<model::TrialKey, model::Trial> m_made;
    bool m_hasEnded = false;
};

/// What a person should see before it is contacted: "pods/portforward shop/cart-1:8080", "https://shop.example/".
QString contactText(const model::TrialKey &key);

} // namespace faultline::trial
