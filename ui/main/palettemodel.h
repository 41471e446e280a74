#pragma once

#include "ui/common/statelook.h"

#include <QtCore/QAbstractListModel>

#include <vector>

namespace faultline::ui {

/// One thing that can be found and gone to. `index` is for whoever made it.
struct PaletteEntry {
    enum class Kind { Application, Action, Object, Question };

    Kind kind = Kind::Action;
    int index = 0;
    QString title;
    QString note; ///< what stands behind it, quieter; found by too
    QString keys; ///< a shortcut
    State state = State::Quiet;
};

/// What fits the words typed so far, in groups, the best first. Of each group only the first few are rows; the last one
/// says how many more there are.
class PaletteModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { NoteRole = Qt::UserRole, KeysRole, StateRole, IsHeadingRole, IsMoreRole };

    using QAbstractListModel::QAbstractListModel;

    void setEntries(std::vector<PaletteEntry> entries);
    void setTyped(const QString &text);

    /// nullptr for headings and for the row that says how many more there are.
    const PaletteEntry *entryAt(int row) const;
    /// The next row that can be chosen from there, going `by` (1 or -1); -1 when there is none.
    int choosableFrom(int row, int by) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row {
        int entry = -1;  ///< index into m_entries; -1 for other rows
        QString heading; ///< of a group
        int more = 0;    ///< how many the group has beyond its rows
    };
    struct Hit {
        int score = 0;
        int entry = 0;
    };
    std::vector<int> candidates(const QString &typed) const;
    void showGroup(PaletteEntry::Kind kind, std::vector<Hit> &hits);

    std::vector<PaletteEntry> m_entries;
    std::vector<QString> m_searched; ///< title and note in lower case, by entry
    std::vector<int> m_matching;     ///< entries that fit m_typed
    QString m_typed;
    std::vector<Row> m_rows;
};

} // namespace faultline::ui
