#pragma once

#include "core/source/fileplaces.h"
#include "core/topology/connections.h"
#include "ui/common/statelook.h"

#include <QtCore/QAbstractTableModel>

namespace faultline::ui::connections {

/// The guide's matching rules for one application: the rule, what stands here, what stands there.
class ConnectionModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { RuleColumn, FromColumn, ToColumn, ColumnCount };
    enum Role { StateRole = Qt::UserRole, SecondLineRole };

    using QAbstractTableModel::QAbstractTableModel;

    void setRows(std::vector<topology::Connection> rows);
    void setLanguage(base::Language language);
    /// Where the values stand in files: "orders.yaml:14".
    void setLines(const QHash<source::FieldOf, QString> &lines);
    const std::vector<topology::Connection> &rows() const { return m_rows; }
    const topology::Connection &row(int index) const { return m_rows.at(static_cast<size_t>(index)); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString firstLine(const topology::Connection &row, int column) const;
    QString placeText(const topology::Place &place) const;
    QString saidText(const topology::Connection &row, int column) const;
    QString secondLine(const topology::Connection &row, int column) const;

    std::vector<topology::Connection> m_rows;
    QHash<source::FieldOf, QString> m_lines;
    base::Language m_language = base::Language::English;
};

/// How a comparison looks; Unknown is "not checked", never fine.
State stateOf(topology::Link::Match match);

} // namespace faultline::ui::connections
