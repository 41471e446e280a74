#pragma once

#include "core/base/result.h"

#include <QtCore/QString>
#include <QtCore/QStringList>

#include <vector>

namespace faultline::guide {

/// Something wrong in a guide file, and where: for the team that wrote it.
struct Problem {
    QString file;
    int line = 0; ///< from 1; 0 = not known
    int column = 0;
    QString detail;

    bool operator==(const Problem &) const = default;

    /// "guides/vault.yaml:12:7: vault_ready: leads to \"x\", which is not there".
    QString toString() const;
};

/// A value of a guide file: its document and JSON pointer (RFC 6901).
struct Spot {
    int document = 0;
    QString pointer;

    Spot in(const QString &member) const;
    Spot at(qsizetype index) const;
};

/// Gathers what is wrong with one guide file. The places are looked up at the end, and only where something is wrong.
class Complaints
{
public:
    Complaints(QString file, QByteArray text) : m_file(std::move(file)), m_text(std::move(text)) {}

    enum class Mark { Value, Key };
    /// `offset`: which character of a text is meant; -1 = the whole.
    void add(const Spot &spot, const QString &detail, qsizetype offset = -1);
    void addAtKey(const Spot &spot, const QString &detail);
    /// What the YAML door says: "line:column" in `where`.
    void addUnreadable(const base::Error &error);
    /// Keys that stand twice in a mapping. To be asked once: it parses the file again.
    void addRepeatedKeys();

    bool isEmpty() const { return m_items.empty(); }
    /// In the order of the file.
    std::vector<Problem> problems() const;
    /// The first one that was added, without a place.
    QString first() const { return m_items.empty() ? QString() : m_items.front().detail; }

private:
    struct Item {
        Spot spot;
        QString detail;
        qsizetype offset = -1;
        Mark mark = Mark::Value;
        int line = 0; ///< known already
        int column = 0;
    };
    QString m_file;
    QByteArray m_text;
    std::vector<Item> m_items;
};

} // namespace faultline::guide
