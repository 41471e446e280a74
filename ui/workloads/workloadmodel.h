#pragma once

#include "ui/workloads/workloadrow.h"

#include <QtCore/QAbstractListModel>

namespace faultline::ui::workloads {

/// The subjects in the order they are handed in (worst first is the giver's business).
class WorkloadModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        SubjectRole = Qt::UserRole + 1, ///< model::ObjectRef
        StateRole,                      ///< ui::State
        ReasonRole,                     ///< what is wrong in a few words, in the language of the window
        PlaceRole,                      ///< namespace and kind, as far as the list is mixed
        SearchRole,                     ///< everything that the search box looks through
        SentenceRole                    ///< what is wrong, as a whole sentence
    };

    explicit WorkloadModel(QObject *parent = nullptr);

    void setRows(std::vector<WorkloadRow> rows);
    void setLanguage(base::Language language);
    const std::vector<WorkloadRow> &rows() const { return m_rows; }
    int rowOf(const model::ObjectRef &subject) const; ///< -1 when it is not here

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    void replace(std::vector<WorkloadRow> rows);
    void renew(size_t row, WorkloadRow content);
    const QString &reason(size_t row) const;
    QString makeReason(const WorkloadRow &row) const;
    const QString &sentence(size_t row) const;
    QString makeSentence(const WorkloadRow &row) const;
    QString place(const WorkloadRow &row) const;

    std::vector<WorkloadRow> m_rows;
    mutable std::vector<QString> m_reasons;   ///< filled when first asked for: a search asks for all of them
    mutable std::vector<QString> m_sentences; ///< likewise
    base::Language m_language = base::Language::English;
    bool m_mixedNamespaces = false;
    bool m_mixedKinds = false;
};

} // namespace faultline::ui::workloads
