#include "ui/evidence/yamlpage.h"

#include "core/redact/redact.h"
#include "ui/common/copybutton.h"
#include "ui/common/parts.h"
#include "ui/evidence/elidedlabel.h"
#include "ui/evidence/fieldplace.h"
#include "ui/evidence/searchbar.h"
#include "ui/evidence/yamlcolours.h"

#include <QtCore/QTime>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::ui::evidence {

YamlPage::YamlPage(QWidget *parent)
    : QWidget(parent),
      m_name(new ElidedLabel(u"dim"_s, this)),
      m_changed(makeLabel("dim"_L1, this)),
      m_note(new ElidedLabel(u"word"_s, this)),
      m_next(new QToolButton(this)),
      m_copy(new CopyButton(this)),
      m_view(new LineView(this)),
      m_search(new SearchBar(m_view, this)),
      m_colours(new YamlColours(m_view->document()))
{
    m_view->setObjectName(u"yaml"_s);
    m_note->setObjectName(u"yamlNote"_s);
    m_changed->setObjectName(u"yamlChanged"_s);
    m_next->setObjectName(u"nextMark"_s);
    m_search->setFieldName(u"yamlSearch"_s);
    build();
    connect(m_next, &QToolButton::clicked, this, &YamlPage::showNextMark);
    connect(m_view, &LineView::foldActivated, this, &YamlPage::toggleFold);
    showNotes();
}

void YamlPage::build()
{
    m_changed->setWordWrap(false);
    m_next->setProperty("role", u"quiet"_s);
    m_next->setShortcut(Qt::Key_F3);
    m_next->setFocusPolicy(Qt::StrongFocus);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_name, 1);
    head->addWidget(m_changed);
    head->addWidget(m_search);
    head->addWidget(m_copy);
    auto *marks = new QHBoxLayout;
    marks->addWidget(m_note, 1);
    marks->addWidget(m_next);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(12, 4, 12, 12);
    lines->setSpacing(4);
    lines->addLayout(head);
    lines->addLayout(marks);
    lines->addWidget(m_view, 1);
}

void YamlPage::setObject(const model::ObjectRef &object)
{
    if (object == m_ref)
        return;
    m_ref = object;
    m_object = {};
    m_problem.clear();
    m_lines.clear();
    m_open.clear();
    m_asked.clear();
    m_fields.clear();
    m_marks.clear();
    m_mark = -1;
    m_isFirst = true;
    m_changed->clear();
    m_copy->setCopyText(QString());
    sayMessage(object.isNull() ? tr("Nothing is selected: click an object in the picture.") : QString());
    m_name->setWhole(redact::clean(object.isNull() ? QString() : object.toString()));
    showNotes();
}

void YamlPage::setMarks(const QStringList &fields, const QStringList &keys, State state)
{
    if (fields == m_fields && keys == m_keys && state == m_state)
        return;
    m_fields = fields;
    m_keys = keys;
    m_state = state;
    findMarks();
    showMarks();
}

void YamlPage::setRaw(const QJsonObject &object, const QString &problem)
{
    m_problem = problem;
    if (!problem.isEmpty() || object.isEmpty()) {
        m_object = {};
        m_copy->setCopyText(QString());
        sayMessage(problem.isEmpty() ? tr("The object came without anything in it.")
                                     : tr("This object cannot be shown: %1").arg(redact::clean(problem)));
        return;
    }
    const YamlText yaml = printYaml(readableObject(object));
    const QStringList lines = maskedLines(yaml.lines);
    const bool isSame = !m_object.isEmpty() && lines == m_lines;
    if (!isSame && !m_object.isEmpty())
        m_changed->setText(tr("changed %1").arg(QTime::currentTime().toString(u"HH:mm:ss"_s)));
    m_object = object;
    if (isSame)
        return;
    m_yaml = yaml;
    m_lines = lines;
    render();
    if (std::exchange(m_isFirst, false) && !m_marks.empty())
        showMark(m_asked.isEmpty() ? 0 : static_cast<int>(m_marks.size()) - 1);
}

/// The lines as they are shown. What stood at the top of the view stays there.
void YamlPage::render()
{
    const auto words = [](int lines) { return tr("… (folded: %1 lines)").arg(lines); };
    const int top = m_shown.source.empty()
                        ? 0
                        : m_shown.source[static_cast<size_t>(
                              std::min<int>(m_view->firstShownLine(), static_cast<int>(m_shown.source.size()) - 1))];
    const int sideways = m_view->horizontalScrollBar()->value();
    m_shown = foldYaml(m_yaml, m_lines, foldableBlocks(m_yaml, m_object), m_open, words);
    m_view->setText(m_shown.lines.join(u'\n'));
    m_view->setNumbers(m_shown.numbers());
    m_view->setFolds(m_shown.folds);
    m_view->scrollToLine(m_shown.shownLine(top));
    m_view->horizontalScrollBar()->setValue(sideways);
    // What is copied is what kubectl would print.
    QStringList copied = m_lines;
    const YamlText::Range managed = m_yaml.places.value(u"/metadata/managedFields"_s);
    copied.erase(copied.begin() + managed.first, copied.begin() + managed.end);
    m_copy->setCopyText(copied.join(u'\n') + u'\n');
    findMarks();
    showMarks();
    m_search->refresh();
}

void YamlPage::findMarks()
{
    m_marks.clear();
    if (m_object.isEmpty())
        return;
    QStringList fields = m_fields;
    if (!m_asked.isEmpty() && !fields.contains(m_asked))
        fields.append(m_asked);
    for (const QString &field : fields)
        addMark(field);
}

/// A whole selector is no proof to look at: the pair in it that is wrong is.
void YamlPage::addMark(const QString &field)
{
    const FieldPlace place = findField(m_object, field);
    if (place.pointer.isEmpty())
        return;
    bool isNarrowed = false;
    for (const QString &key : m_keys) {
        const auto inside = m_yaml.places.constFind(pointerTo(place.pointer, key));
        if (!place.isThere() || inside == m_yaml.places.cend())
            continue;
        isNarrowed = true;
        m_marks.push_back({field + u'.' + key, {}, inside->first});
    }
    if (!isNarrowed)
        m_marks.push_back({field, place.missing, m_yaml.places.value(place.pointer).first});
}

void YamlPage::showMarks()
{
    std::vector<int> lines;
    for (const Mark &mark : m_marks)
        lines.push_back(m_shown.shownLine(mark.line));
    m_view->setMarkedLines(std::move(lines), m_state);
    m_mark = std::min(m_mark, static_cast<int>(m_marks.size()) - 1);
    showNotes();
}

void YamlPage::showField(const QString &field)
{
    m_asked = field;
    if (m_object.isEmpty())
        return; // it is shown when it is there
    findMarks();
    showMarks();
    const auto mark =
        std::find_if(m_marks.begin(), m_marks.end(), [&](const Mark &known) { return known.field.startsWith(field); });
    if (mark != m_marks.end()) {
        showMark(static_cast<int>(mark - m_marks.begin()));
    } else if (!field.isEmpty()) {
        m_note->setWhole(tr("%1 is not there").arg(redact::clean(field)));
        m_note->show();
    }
}

void YamlPage::showNextMark()
{
    if (!m_marks.empty())
        showMark((m_mark + 1) % static_cast<int>(m_marks.size()));
}

void YamlPage::showMark(int index)
{
    m_mark = index;
    m_view->showLine(m_shown.shownLine(m_marks[static_cast<size_t>(index)].line));
    showNotes();
}

void YamlPage::toggleFold(int line)
{
    const auto fold = m_shown.foldPointers.find(line);
    if (fold == m_shown.foldPointers.end())
        return;
    const QString pointer = fold->second;
    if (m_open.erase(pointer) == 0)
        m_open.insert(pointer);
    render();
    // Opened and closed again from the keyboard: the cursor stays on its line.
    QTextCursor cursor(m_view->document()->findBlockByNumber(line));
    m_view->setTextCursor(cursor);
}

void YamlPage::sayMessage(const QString &message)
{
    m_shown = {};
    m_yaml = {};
    m_view->setMarkedLines({}, m_state);
    m_view->setFolds({});
    m_view->setNumbers({0});
    m_view->setText(message);
    m_search->refresh();
}

QString YamlPage::markWords(int index) const
{
    const Mark &mark = m_marks[static_cast<size_t>(index)];
    const QString field = redact::clean(mark.field);
    return mark.missing.isEmpty()
               ? tr("line %1: %2").arg(mark.line + 1).arg(field)
               : tr("%1 is not there; line %2 is where it would stand").arg(field).arg(mark.line + 1);
}

/// What is marked, in words: the ground and the sign in the gutter are never the only mark.
void YamlPage::showNotes()
{
    const int count = static_cast<int>(m_marks.size());
    const int shown = std::max(0, m_mark);
    const QString sign = lookOf(m_state).sign + u' ';
    const QString which = count > 1 ? tr("mark %1 of %2").arg(shown + 1).arg(count) + u" · "_s : QString();
    m_note->setWhole(count == 0 ? QString() : sign + which + markWords(shown));
    m_note->setVisible(count > 0);
    m_next->setVisible(count > 0);
    setLookOfState(m_note, m_state);
    QStringList words;
    for (int i = 0; i < std::min(count, 20); ++i)
        words.append(markWords(i));
    m_view->setAccessibleDescription(count == 0 ? QString() : tr("Marked: %1").arg(words.join(u"; "_s)));
}

void YamlPage::setTheme(const Theme &theme)
{
    m_view->setTheme(theme);
    m_colours->setTheme(theme);
}

void YamlPage::retranslate()
{
    m_view->setAccessibleName(tr("The object as YAML"));
    m_copy->setSubject(tr("YAML"));
    m_search->setPrompt(tr("Search in the YAML"));
    m_next->setText(tr("Next mark (F3)"));
    m_next->setToolTip(tr("To the next line that proves the finding"));
    m_changed->clear();
    if (!m_object.isEmpty()) {
        render();
    } else if (!m_problem.isEmpty()) {
        setRaw({}, m_problem);
    } else if (m_ref.isNull()) {
        sayMessage(tr("Nothing is selected: click an object in the picture."));
    }
}

} // namespace faultline::ui::evidence
