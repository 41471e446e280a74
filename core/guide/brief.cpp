#include "core/guide/brief.h"

#include "core/base/yamldoor.h"

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QRegularExpression>

#include <numeric>

using namespace Qt::StringLiterals;

namespace faultline::guide {

namespace {

using Texts = QHash<NodeId, base::LocalizedText>;

Texts load()
{
    QFile file(u":/faultline/brief/leaves.yaml"_s);
    const auto documents = base::yamlToJson(file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
    if (!documents || documents->empty())
        return {};
    Texts texts;
    const QJsonObject all = QJsonDocument::fromJson(documents->front()).object();
    for (auto it = all.begin(); it != all.end(); ++it) {
        const QJsonObject text = it.value().toObject();
        texts.insert(it.key(), {text.value("en"_L1).toString(), text.value("zh"_L1).toString()});
    }
    return texts;
}

/// The text without its innermost parts that only stand where a value is known: those with a condition stay.
QString withoutParts(QString text)
{
    static const QRegularExpression plainPart(u"\\[\\[(?!\\?)[^\\[\\]]*\\]\\]"_s);
    return text.remove(plainPart);
}

} // namespace

base::LocalizedText briefOf(const Node &node)
{
    static const Texts texts = load();
    const auto it = texts.constFind(node.id);
    if (it != texts.constEnd() && !node.isTeams())
        return *it;
    return node.shortText.isEmpty() ? node.text : node.shortText;
}

QString fillBrief(const QString &text, const checks::Facts &facts)
{
    const QString filled = fill(text, facts).simplified();
    const QString shorter = withoutParts(text);
    return widthInLetters(filled) <= briefWidth || shorter == text ? filled : fillBrief(shorter, facts);
}

int widthInLetters(const QString &text)
{
    return std::accumulate(text.begin(), text.end(), 0,
                           [](int width, QChar letter) { return width + (letter.unicode() >= 0x2E80 ? 2 : 1); });
}

} // namespace faultline::guide
