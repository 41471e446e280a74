#include "ui/main/palettemodel.h"

#include "ui/main/fuzzymatch.h"

#include <algorithm>
#include <array>
#include <numeric>

using namespace Qt::StringLiterals;

namespace faultline::ui {

namespace {

using Kind = PaletteEntry::Kind;

constexpr size_t kMostOfGroup = 12;
constexpr std::array kKinds{Kind::Application, Kind::Action, Kind::Object, Kind::Question};

} // namespace

void PaletteModel::setEntries(std::vector<PaletteEntry> entries)
{
    m_entries = std::move(entries);
    m_searched.clear();
    m_searched.reserve(m_entries.size());
    for (const PaletteEntry &entry : m_entries)
        m_searched.push_back((entry.title + u' ' + entry.note).toLower());
    m_typed.clear();
    m_matching.resize(m_entries.size());
    std::iota(m_matching.begin(), m_matching.end(), 0);
    setTyped(QString());
}

/// Whoever types on only narrows what is there already.
std::vector<int> PaletteModel::candidates(const QString &typed) const
{
    if (!m_typed.isEmpty() && typed.startsWith(m_typed) && !typed.contains(u' '))
        return m_matching;
    std::vector<int> all(m_entries.size());
    std::iota(all.begin(), all.end(), 0);
    return all;
}

void PaletteModel::setTyped(const QString &text)
{
    const QString typed = text.trimmed().toLower();
    std::array<std::vector<Hit>, kKinds.size()> hits;
    std::vector<int> matching;
    for (const int entry : candidates(typed)) {
        const auto at = static_cast<size_t>(entry);
        const int score = matchScore(typed, m_searched[at]);
        if (score < 0)
            continue;
        matching.push_back(entry);
        hits.at(static_cast<size_t>(m_entries[at].kind)).push_back({score, entry});
    }
    m_matching = std::move(matching);
    m_typed = typed;
    beginResetModel();
    m_rows.clear();
    for (const Kind kind : kKinds)
        showGroup(kind, hits.at(static_cast<size_t>(kind)));
    endResetModel();
}

void PaletteModel::showGroup(Kind kind, std::vector<Hit> &hits)
{
    if (hits.empty())
        return;
    const QString heading = kind == Kind::Application ? tr("Applications")
                            : kind == Kind::Action    ? tr("Actions")
                            : kind == Kind::Object    ? tr("Objects of this application")
                                                      : tr("Questions of the guide");
    m_rows.push_back({-1, heading, 0});
    const size_t shown = std::min(hits.size(), kMostOfGroup);
    const auto better = [](const Hit &one, const Hit &other) {
        return one.score != other.score ? one.score > other.score : one.entry < other.entry;
    };
    std::partial_sort(hits.begin(), hits.begin() + static_cast<std::ptrdiff_t>(shown), hits.end(), better);
    for (size_t i = 0; i < shown; ++i)
        m_rows.push_back({hits[i].entry, {}, 0});
    if (hits.size() > shown)
        m_rows.push_back({-1, {}, static_cast<int>(hits.size() - shown)});
}

const PaletteEntry *PaletteModel::entryAt(int row) const
{
    if (row < 0 || row >= rowCount() || m_rows[static_cast<size_t>(row)].entry < 0)
        return nullptr;
    return &m_entries[static_cast<size_t>(m_rows[static_cast<size_t>(row)].entry)];
}

int PaletteModel::choosableFrom(int row, int by) const
{
    for (int next = row + by; next >= 0 && next < rowCount(); next += by) {
        if (entryAt(next) != nullptr)
            return next;
    }
    return -1;
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[static_cast<size_t>(index.row())];
    const PaletteEntry *entry = entryAt(index.row());
    const QString more = row.more > 0 ? tr("%1 more: type on").arg(row.more) : QString();
    switch (role) {
    case Qt::DisplayRole:
        return entry != nullptr ? entry->title : row.more > 0 ? more : row.heading;
    case Qt::AccessibleTextRole:
        return entry == nullptr ? data(index, Qt::DisplayRole)
                                : QStringList{entry->title, entry->note, entry->keys}.join(u", "_s);
    case NoteRole:
        return entry != nullptr ? entry->note : QString();
    case KeysRole:
        return entry != nullptr ? entry->keys : QString();
    case StateRole:
        return static_cast<int>(entry != nullptr ? entry->state : State::Quiet);
    case IsHeadingRole:
        return entry == nullptr && row.more == 0;
    case IsMoreRole:
        return row.more > 0;
    default:
        return {};
    }
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex &index) const
{
    return entryAt(index.row()) == nullptr ? Qt::NoItemFlags
                                           : Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

} // namespace faultline::ui
