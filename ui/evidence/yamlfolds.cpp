#include "ui/evidence/yamlfolds.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::ui::evidence {

namespace {

constexpr int kLongBlock = 12;         ///< lines of an annotation
constexpr qsizetype kLongValue = 1000; ///< characters of one on a single line

bool isLong(const YamlText &yaml, const QString &pointer, const QString &value)
{
    const YamlText::Range range = yaml.places.value(pointer);
    return range.end - range.first > kLongBlock || value.size() > kLongValue;
}

} // namespace

int FoldedYaml::shownLine(int sourceLine) const
{
    const auto behind = std::upper_bound(source.begin(), source.end(), sourceLine);
    return std::max(0, static_cast<int>(behind - source.begin()) - 1);
}

std::vector<int> FoldedYaml::numbers() const
{
    std::vector<int> numbers;
    numbers.reserve(source.size());
    for (const int line : source)
        numbers.push_back(line + 1);
    return numbers;
}

std::vector<QString> foldableBlocks(const YamlText &yaml, const QJsonObject &object)
{
    std::vector<QString> blocks;
    const QJsonObject metadata = object.value("metadata"_L1).toObject();
    if (metadata.contains("managedFields"_L1))
        blocks.push_back(u"/metadata/managedFields"_s);
    const QJsonObject annotations = metadata.value("annotations"_L1).toObject();
    for (auto it = annotations.begin(); it != annotations.end(); ++it) {
        const QString pointer = pointerTo(u"/metadata/annotations"_s, it.key());
        const bool isApplied = it.key() == "kubectl.kubernetes.io/last-applied-configuration"_L1;
        if (isApplied || isLong(yaml, pointer, it.value().toString()))
            blocks.push_back(pointer);
    }
    return blocks;
}

FoldedYaml foldYaml(const YamlText &yaml, const QStringList &lines, const std::vector<QString> &blocks,
                    const std::set<QString> &open, const std::function<QString(int)> &foldedWords)
{
    std::map<int, QString> starts;
    for (const QString &block : blocks)
        starts.emplace(yaml.places.value(block).first, block);
    FoldedYaml folded;
    for (int line = 0; line < static_cast<int>(lines.size()); ++line) {
        const auto start = starts.find(line);
        const int shown = static_cast<int>(folded.lines.size());
        folded.source.push_back(line);
        if (start == starts.end()) {
            folded.lines.append(lines[line]);
            continue;
        }
        const bool isOpen = open.contains(start->second);
        folded.folds[shown] = isOpen ? LineView::Fold::Open : LineView::Fold::Closed;
        folded.foldPointers[shown] = start->second;
        const QString &text = lines[line];
        const int end = yaml.places.value(start->second).end;
        folded.lines.append(isOpen ? text
                                   : text.left(text.indexOf(u": "_s) < 0 ? text.size() : text.indexOf(u": "_s) + 1) +
                                         u' ' + foldedWords(end - line));
        if (!isOpen)
            line = end - 1;
    }
    return folded;
}

} // namespace faultline::ui::evidence
