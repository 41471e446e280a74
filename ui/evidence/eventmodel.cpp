#include "ui/evidence/eventmodel.h"

#include "core/redact/redact.h"
#include "ui/common/diagrampicture.h"
#include "ui/evidence/agewords.h"

#include <QtGui/QPainter>
#include <QtGui/QPixmap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::ui::evidence {

namespace {

bool isSameEvent(const EventRow &left, const EventRow &right)
{
    return left.object == right.object && left.reason == right.reason && left.type == right.type &&
           left.about == right.about && left.use == right.use;
}

} // namespace

void EventModel::setRows(std::vector<EventRow> rows, base::Timestamp now)
{
    const bool isSame = std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(), isSameEvent);
    if (!isSame)
        beginResetModel();
    m_rows = std::move(rows);
    m_now = now;
    if (!isSame) {
        endResetModel();
    } else if (!m_rows.empty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
}

void EventModel::setTheme(const Theme &theme)
{
    m_theme = theme;
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void EventModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

const EventRow *EventModel::row(int index) const
{
    return index >= 0 && index < rowCount() ? &m_rows[static_cast<size_t>(index)] : nullptr;
}

int EventModel::rowOf(const model::ObjectRef &object, const QString &reason) const
{
    int found = -1;
    for (size_t i = 0; i < m_rows.size(); ++i) {
        const EventRow &row = m_rows[i];
        if (row.object != object || row.reason != reason || row.about == EventRow::About::Earlier)
            continue;
        if (row.use == EventRow::Use::Proof)
            return static_cast<int>(i);
        found = found < 0 ? static_cast<int>(i) : found;
    }
    return found;
}

int EventModel::rowOf(const EventRow &event) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const EventRow &row) {
        return isSameEvent(row, event) && row.first == event.first;
    });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int EventModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int EventModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString EventModel::text(const EventRow &row, int column) const
{
    const QString object = redact::clean(model::kindName(row.object.kind) + u'/' + row.object.name);
    switch (column) {
    case Age:
        return agoWords(row.last, m_now);
    case Type:
        return redact::clean(row.type);
    case Reason:
        return row.count > 1 ? u"%1 ×%2"_s.arg(redact::clean(row.reason)).arg(row.count) : redact::clean(row.reason);
    case Object:
        return row.about == EventRow::About::This ? object : tr("%1 (an earlier one)").arg(object);
    default:
        return shownText(row.message);
    }
}

QString EventModel::tip(const EventRow &row, int column) const
{
    QStringList lines;
    if (column == Age || column == Reason) {
        lines.append(text(row, column));
        lines.append(tr("last: %1").arg(momentWords(row.last)));
        if (row.count > 1)
            lines.append(tr("%1 times since %2").arg(row.count).arg(momentWords(row.first)));
    } else {
        lines.append(text(row, column));
    }
    if (row.about == EventRow::About::Earlier)
        lines.append(tr("About an object of the same name that is gone: its uid is another one."));
    if (row.use == EventRow::Use::Proof)
        lines.append(tr("The finding rests on this event."));
    return plainTip(lines.join(u'\n'));
}

/// A cross before the event that proves the finding, an exclamation mark before other warnings.
QVariant EventModel::sign(const EventRow &row) const
{
    const bool isProof = row.use == EventRow::Use::Proof;
    if (!isProof && !row.isWarning())
        return {};
    constexpr int kSize = 12;
    constexpr int kScale = 2;
    QPixmap picture(kSize * kScale, kSize * kScale);
    picture.setDevicePixelRatio(kScale);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isQuiet = row.about == EventRow::About::Earlier;
    const QColor colour = isProof ? m_theme.fault.foreground : isQuiet ? m_theme.dimText : m_theme.suspected.foreground;
    painter.setPen(QPen(colour, 1.7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(glyphPath(isProof ? Glyph::Cross : Glyph::Exclamation, QRectF(1.5, 1.5, kSize - 3, kSize - 3)));
    return picture;
}

QVariant EventModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const EventRow &row = m_rows[static_cast<size_t>(index.row())];
    const bool isQuiet = row.about == EventRow::About::Earlier;
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return tip(row, index.column());
    case Qt::AccessibleTextRole:
        return row.use == EventRow::Use::Proof && index.column() == Reason
                   ? tr("%1, the finding rests on it").arg(text(row, Reason))
                   : text(row, index.column());
    case Qt::DecorationRole:
        return index.column() == Type ? sign(row) : QVariant();
    case Qt::ForegroundRole:
        return isQuiet ? QVariant(m_theme.dimText) : QVariant();
    case Qt::BackgroundRole:
        return row.use == EventRow::Use::Proof ? QVariant(m_theme.fault.background) : QVariant();
    case Qt::FontRole:
        return row.use == EventRow::Use::Proof && index.column() == Reason ? QVariant(boldFont()) : QVariant();
    default:
        return {};
    }
}

QVariant EventModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Age:
        return tr("Last seen");
    case Type:
        return tr("Type");
    case Reason:
        return tr("Reason");
    case Object:
        return tr("Object");
    case Message:
        return tr("Message");
    default:
        return {};
    }
}

} // namespace faultline::ui::evidence
