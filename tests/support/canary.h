#pragma once

#include <QtCore/QJsonObject>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <vector>

namespace faultline::test {

/// Secrets that nobody may ever see. Each form is a way in which a credential turns up in a text; all hold the same
/// letters, of which eight in a row in any output are a leak.
namespace canary {

/// "password=...", "Authorization: Bearer ...", a JWT, a URL with a password and so on.
const QStringList &forms();

/// The secret itself: what env values and ConfigMaps hold without any word that would give it away.
QString bare();

/// Eight letters or more of the secret in a text, with what stands around them; empty when there are none.
QString leakIn(const QString &text);

} // namespace canary

/// A recorded cluster with the secret put into it.
class CanaryCluster
{
public:
    /// Reads tests/clusters/recorded/NAME.
    explicit CanaryCluster(const QString &name);

    /// Every place of every object that holds a text, told without indexes: "Pod.status.containerStatuses.[].image".
    QStringList places() const;

    /// Those of a crash in full, and of another cluster those of a broken way in: between them every layer speaks.
    static std::vector<std::pair<QString, QString>> allPlaces();

    /// Values of ConfigMaps and environment variables stay as they were: whoever looks at their own objects in the
    /// window sees those that nothing gives away.
    void keepBareValues() { m_keepsBareValues = true; }

    /// Writes a folder in which the texts at that place end with the form, and lines of every log with `inLogs`. Values
    /// of Secrets, ConfigMaps and environment variables are the bare secret always.
    void writeTo(const QString &folder, const QString &place, const QString &form, const QString &inLogs) const;

    /// The same with a form, each time another one, behind every text that no one else compares or parses: messages,
    /// annotations, arguments.
    void writeTo(const QString &folder) const;

    /// The same with forms of the caller's.
    void writeTo(const QString &folder, const QStringList &forms) const;

private:
    void writeLogs(const QString &folder, const QString &form) const;

    QString m_folder;
    QJsonObject m_list;
    bool m_keepsBareValues = false;
};

} // namespace faultline::test
