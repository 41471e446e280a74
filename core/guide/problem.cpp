#include "core/guide/problem.h"

#include "core/base/yamlplaces.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::guide {

QString Problem::toString() const
{
    const QString place = line > 0 ? u":%1:%2"_s.arg(line).arg(column) : QString();
    return file + place + u": "_s + detail;
}

Spot Spot::in(const QString &member) const { return {document, pointer + u'/' + base::pointerPart(member)}; }

Spot Spot::at(qsizetype index) const { return {document, pointer + u'/' + QString::number(index)}; }

void Complaints::add(const Spot &spot, const QString &detail, qsizetype offset)
{
    m_items.push_back({spot, detail, offset, Mark::Value});
}

void Complaints::addAtKey(const Spot &spot, const QString &detail) { m_items.push_back({spot, detail, -1, Mark::Key}); }

void Complaints::addUnreadable(const base::Error &error)
{
    const int line = error.where.section(u':', 0, 0).toInt();
    m_items.push_back({{}, error.detail, -1, Mark::Value, line, error.where.section(u':', 1, 1).toInt()});
}

void Complaints::addRepeatedKeys()
{
    const auto places = base::YamlPlaces::of(m_text);
    for (const auto &twice : places.twice()) {
        const QString key = twice.pointer.section(u'/', -1);
        addAtKey({twice.document, twice.pointer}, u"\"%1\" stands twice in one mapping"_s.arg(key));
    }
}

std::vector<Problem> Complaints::problems() const
{
    std::vector<Problem> problems;
    if (m_items.empty())
        return problems;
    const auto places = base::YamlPlaces::of(m_text);
    for (const Item &item : m_items) {
        base::TextPlace place{item.line, item.column};
        if (place.line == 0) {
            place = item.mark == Mark::Key ? places.keyPlace(item.spot.document, item.spot.pointer)
                                           : places.place(item.spot.document, item.spot.pointer, item.offset);
        }
        problems.push_back({m_file, place.line, place.column, item.detail});
    }
    std::stable_sort(problems.begin(), problems.end(), [](const Problem &left, const Problem &right) {
        return std::tie(left.line, left.column) < std::tie(right.line, right.column);
    });
    return problems;
}

} // namespace faultline::guide
