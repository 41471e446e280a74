#pragma once

#include "core/model/objectref.h"
#include "ui/evidence/yamlfolds.h"

#include <QtWidgets/QWidget>

class QLabel;
class QToolButton;

namespace faultline::ui {
class CopyButton;
}

namespace faultline::ui::evidence {

class ElidedLabel;
class SearchBar;
class YamlColours;

/// One object as YAML: the fields that prove something are marked and scrolled to, large blocks are folded, and when
/// the object changes the view stays where it is.
class YamlPage : public QWidget
{
    Q_OBJECT

public:
    explicit YamlPage(QWidget *parent = nullptr);

    /// Another object: what was shown goes.
    void setObject(const model::ObjectRef &object);
    /// The fields to mark in it, the most telling first. Of a field that has some of `keys` in it these are marked.
    void setMarks(const QStringList &fields, const QStringList &keys, State state);
    /// The object, or what stands in the way of it. Of the same object what is new takes the old one's place quietly.
    void setRaw(const QJsonObject &object, const QString &problem);

    /// Shows and selects one field: now, or as soon as the object is there. It is marked in addition.
    void showField(const QString &field);
    /// The mark after the one that was shown, and round.
    void showNextMark();

    void setTheme(const Theme &theme);
    void retranslate();

private:
    struct Mark {
        QString field;
        QString missing; ///< the part that is not there; then the line is that of the nearest parent
        int line = 0;    ///< of the whole text
    };
    void build();
    void render();
    void findMarks();
    void addMark(const QString &field);
    void showMarks();
    void showMark(int index);
    void toggleFold(int line);
    void sayMessage(const QString &message);
    QString markWords(int index) const;
    void showNotes();

    ElidedLabel *m_name;
    QLabel *m_changed;
    ElidedLabel *m_note;
    QToolButton *m_next;
    CopyButton *m_copy;
    LineView *m_view;
    SearchBar *m_search;
    YamlColours *m_colours;
    model::ObjectRef m_ref;
    QJsonObject m_object;
    QString m_problem;
    YamlText m_yaml;
    QStringList m_lines; ///< of m_yaml, masked
    FoldedYaml m_shown;
    std::set<QString> m_open;
    QStringList m_fields;
    QStringList m_keys;
    QString m_asked; ///< the field that was asked for beside those
    State m_state = State::Fault;
    std::vector<Mark> m_marks;
    int m_mark = -1;
    bool m_isFirst = true; ///< nothing of this object was shown yet: the first mark is scrolled to
};

} // namespace faultline::ui::evidence
