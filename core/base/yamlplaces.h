#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QHash>
#include <QtCore/QString>

#include <vector>

namespace faultline::base {

/// A place in a text file: line and column, both from 1, the column in characters; 0 = not known.
struct TextPlace {
    int line = 0;
    int column = 0;

    bool operator==(const TextPlace &) const = default;
};

/// Where the values of a YAML file stand, by the JSON pointers (RFC 6901) that they have in yamlToJson()'s documents.
/// A second parse, for messages: only made when there is something to complain about.
class YamlPlaces
{
public:
    /// Of the documents that are not empty, as yamlToJson() counts them. What follows a syntax error has no place.
    static YamlPlaces of(const QByteArray &yaml);

    /// Where the value stands, or what contains it where it does not stand in the file at all (a default, an alias).
    /// `offset`: characters into a text, where the text stands in one line as it is; else it is not counted.
    TextPlace place(int document, const QString &pointer, qsizetype offset = -1) const;

    /// Where the key of a mapping stands; place() of the value where there is no such key.
    TextPlace keyPlace(int document, const QString &pointer) const;

    /// Keys that stand twice in one mapping, of which the last one counts: their pointers and second places.
    struct Twice {
        int document = 0;
        QString pointer;
    };
    const std::vector<Twice> &twice() const { return m_twice; }

private:
    struct Entry {
        TextPlace key;
        TextPlace value;
        int textBegin = 0; ///< column of the text's first character; 0 where offsets cannot be counted
    };
    const Entry *find(int document, const QString &pointer) const;

    std::vector<QHash<QString, Entry>> m_documents;
    std::vector<Twice> m_twice;
    friend class YamlPlaceCollector;
};

/// `name` as a part of a JSON pointer: "~" and "/" escaped.
QString pointerPart(QString name);

} // namespace faultline::base
