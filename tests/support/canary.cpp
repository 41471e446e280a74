#include "tests/support/canary.h"

#include <QtCore/QDir>
#include <QtCore/QDirIterator>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QSet>

#include <functional>

using namespace Qt::StringLiterals;

namespace faultline::test {

namespace {

constexpr qsizetype kShortestLeak = 8;

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return file.readAll();
}

void write(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(path.section(u'/', 0, -2));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

/// What a value becomes, by its place.
using Change = std::function<QJsonValue(const QString &place, const QString &text)>;

QJsonValue changed(const QString &place, const QJsonValue &value, const Change &change)
{
    if (value.isString())
        return change(place, value.toString());
    if (value.isArray()) {
        QJsonArray list = value.toArray();
        for (qsizetype i = 0; i < list.size(); ++i)
            list[i] = changed(place + u".[]"_s, list[i], change);
        return list;
    }
    if (!value.isObject())
        return value;
    QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member)
        member.value() = changed(place + u'.' + member.key(), QJsonValue(member.value()), change);
    return object;
}

/// Without a word that would give them away: nobody could mask them, so nobody may show them.
bool isBareValue(const QString &place)
{
    static const QStringList parts{u"Secret.data."_s, u"Secret.stringData."_s, u"ConfigMap.data."_s,
                                   u"ConfigMap.binaryData."_s};
    const bool isOfAMap =
        std::any_of(parts.begin(), parts.end(), [&](const QString &part) { return place.startsWith(part); });
    return isOfAMap || place.endsWith(".env.[].value"_L1) || place.endsWith(".httpHeaders.[].value"_L1) ||
           place.endsWith("last-applied-configuration"_L1);
}

QJsonObject changedList(const QJsonObject &list, bool keepsBareValues, const Change &change)
{
    QJsonArray items = list["items"_L1].toArray();
    for (qsizetype i = 0; i < items.size(); ++i) {
        const QString kind = items[i].toObject()["kind"_L1].toString();
        items[i] = changed(kind, items[i], [&](const QString &place, const QString &text) {
            if (isBareValue(place) && (!keepsBareValues || place.startsWith("Secret."_L1)))
                return QJsonValue(canary::bare());
            return change(place, text);
        });
    }
    QJsonObject result = list;
    result.insert("items"_L1, items);
    return result;
}

/// One container with a variable, one ConfigMap and one Secret, so that there is something to keep quiet about.
void addHoldersOfSecrets(QJsonObject &list)
{
    QJsonArray items = list["items"_L1].toArray();
    QString nameSpace;
    for (qsizetype i = 0; i < items.size(); ++i) {
        QJsonObject item = items[i].toObject();
        if (item["kind"_L1].toString() != "Pod"_L1)
            continue;
        nameSpace = item["metadata"_L1]["namespace"_L1].toString();
        QJsonObject spec = item["spec"_L1].toObject();
        QJsonArray containers = spec["containers"_L1].toArray();
        QJsonObject container = containers[0].toObject();
        container.insert("env"_L1, QJsonArray{QJsonObject{{u"name"_s, u"LEVEL"_s}, {u"value"_s, u"x"_s}}});
        container.insert("args"_L1, QJsonArray{u"serve"_s, u"--verbose"_s});
        containers[0] = container;
        spec.insert("containers"_L1, containers);
        item.insert("spec"_L1, spec);
        items[i] = item;
    }
    for (const QString &kind : {u"Secret"_s, u"ConfigMap"_s}) {
        items.append(QJsonObject{{u"apiVersion"_s, u"v1"_s},
                                 {u"kind"_s, kind},
                                 {u"metadata"_s, QJsonObject{{u"name"_s, u"settings"_s}, {u"namespace"_s, nameSpace}}},
                                 {u"data"_s, QJsonObject{{u"level"_s, u"x"_s}}}});
    }
    list.insert("items"_L1, items);
}

} // namespace

QString canary::bare() { return u"Zq7Xw9Kv"_s + u"T3mPbL5nYc8RdJ2hGf"_s; }

const QStringList &canary::forms()
{
    const QString secret = bare();
    static const QStringList all{
        u"password="_s + secret,
        u"Authorization: Bearer "_s + secret,
        u"eyJ"_s + u"hbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0."_s + secret,
        u"postgres://shop:"_s + secret + u"@db:5432/shop"_s,
        u"{\"api_key\": \""_s + secret + u"\"}"_s,
        u"AWS_SECRET_ACCESS_KEY="_s + secret,
        u"ghp_"_s + secret + secret,
        u"-----BEGIN PRIVATE KEY-----\n"_s + secret + u"\n-----END PRIVATE KEY-----"_s,
        u"--token "_s + secret,
        u"\u001b[36mpassword\u001b[0m=\u001b[1m"_s + secret + u"\u001b[0m"_s, // a coloured log
        u"\"auth\":\""_s + secret + u"\""_s,
        u"https://hooks.slack.com/services/"_s + secret,
        u"client_secret: '"_s + secret + u"'"_s,
        u"https://"_s + secret + u"@git.example.com/x.git"_s,
    };
    return all;
}

QString canary::leakIn(const QString &text)
{
    // A format may break lines, and PDF's letters come with spaces between them.
    const QString secret = bare();
    for (qsizetype from = 0; from + kShortestLeak <= secret.size(); ++from) {
        const qsizetype at = text.indexOf(QStringView(secret).sliced(from, kShortestLeak), 0, Qt::CaseInsensitive);
        if (at >= 0)
            return text.mid(std::max<qsizetype>(0, at - 120), 240);
    }
    return {};
}

CanaryCluster::CanaryCluster(const QString &name)
    : m_folder(QStringLiteral(FAULTLINE_SOURCE_DIR "/tests/clusters/recorded/") + name),
      m_list(QJsonDocument::fromJson(bytesOf(m_folder + u"/objects.json"_s)).object())
{
    addHoldersOfSecrets(m_list);
}

QStringList CanaryCluster::places() const
{
    QSet<QString> places;
    changedList(m_list, m_keepsBareValues, [&places](const QString &place, const QString &text) {
        places.insert(place);
        return QJsonValue(text);
    });
    QStringList sorted(places.begin(), places.end());
    sorted.sort();
    return sorted;
}

std::vector<std::pair<QString, QString>> CanaryCluster::allPlaces()
{
    std::vector<std::pair<QString, QString>> all;
    const QString crash = u"crash-oom"_s, ingress = u"ingress-port-wrong"_s;
    for (const QString &place : CanaryCluster(crash).places())
        all.emplace_back(crash, place);
    for (const QString &place : CanaryCluster(ingress).places()) {
        const QString kind = place.section(u'.', 0, 0);
        if (kind == "Ingress"_L1 || kind == "Service"_L1 || kind == "EndpointSlice"_L1)
            all.emplace_back(ingress, place);
    }
    return all;
}

void CanaryCluster::writeTo(const QString &folder, const QString &place, const QString &form,
                            const QString &inLogs) const
{
    const QJsonObject list = changedList(m_list, m_keepsBareValues, [&](const QString &at, const QString &text) {
        return QJsonValue(at == place ? text + u' ' + form : text);
    });
    write(folder + u"/objects.json"_s, QJsonDocument(list).toJson());
    writeLogs(folder, inLogs);
}

void CanaryCluster::writeTo(const QString &folder) const { writeTo(folder, canary::forms()); }

void CanaryCluster::writeTo(const QString &folder, const QStringList &forms) const
{
    static const QStringList free{u".message"_s, u".annotations."_s, u".args.[]"_s, u".command.[]"_s, u".note"_s};
    int next = 0;
    const QJsonObject list = changedList(m_list, m_keepsBareValues, [&](const QString &at, const QString &text) {
        const bool isFree =
            std::any_of(free.begin(), free.end(), [&](const QString &part) { return at.contains(part); });
        return QJsonValue(isFree ? text + u' ' + forms[next++ % forms.size()] : text);
    });
    write(folder + u"/objects.json"_s, QJsonDocument(list).toJson());
    writeLogs(folder, forms.join(u'\n'));
}

void CanaryCluster::writeLogs(const QString &folder, const QString &form) const
{
    for (QDirIterator logs(m_folder + u"/logs"_s, QDir::Files); logs.hasNext();) {
        const QString path = logs.next();
        QByteArray text = bytesOf(path);
        text += "\nstarting\n" + form.toUtf8() + "\nfatal error: " + form.toUtf8() + '\n';
        write(folder + u"/logs/"_s + logs.fileName(), text);
    }
}

} // namespace faultline::test
