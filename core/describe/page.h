#pragma once

#include "core/base/timestamp.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <map>

namespace faultline::describe {

/// The text of a description while it is written. Cells are separated by tabs; levels of two blanks stand before.
class Page
{
public:
    /// "Name:\tvalue" at a level.
    void line(int level, const QString &name, const QString &value);
    /// The same, left out when there is no value.
    void lineIf(int level, const QString &name, const QString &value);
    void text(int level, const QString &text);
    /// "Labels:\ta=b" and a line for each further pair; "<none>" without any.
    void pairs(int level, const QString &name, const QJsonObject &pairs);
    void annotations(int level, const QJsonObject &annotations);

    const QString &all() const { return m_text; }

private:
    QString m_text;
};

/// The value at a path of member names ("status.hostIP"), with lists by index.
QJsonValue at(const QJsonObject &object, const QString &path);
/// As text: numbers and booleans as kubectl prints them; empty when there is none.
QString textAt(const QJsonObject &object, const QString &path);
QString textOf(const QJsonValue &value);
QString orNone(const QString &text);
/// "True" or "False".
QString boolWord(bool value);
/// The strings of a list, joined.
QString joined(const QJsonValue &list, const QString &separator);
/// "Mon, 23 Nov 2026 11:17:05 +0000" of an RFC 3339 text; the text itself when it is none.
QString dateText(const QString &time);
/// "5m10s", "3h", "2d4h": k8s.io/apimachinery/pkg/util/duration HumanDuration.
QString durationText(qint64 seconds);
/// Time from then to now as an age; "<unknown>" when either is not known.
QString ageText(base::Timestamp then, base::Timestamp now);
/// "a=b,c=d" sorted by key; "<none>".
QString pairsText(const QJsonObject &pairs);
/// A label selector on one line: "app=web,tier in (a,b)".
QString selectorText(const QJsonObject &selector);
/// Name of the controlling owner: "ReplicaSet/web-1"; empty without one.
QString controllerText(const QJsonObject &object);

} // namespace faultline::describe
