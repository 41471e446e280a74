#include "ui/connections/connectionmodel.h"

#include "core/redact/redact.h"

using namespace Qt::StringLiterals;

namespace faultline::ui::connections {

using topology::Connection;
using topology::Link;
using topology::Place;

namespace {

QString ruleWord(Connection::Rule rule)
{
    switch (rule) {
    case Connection::Rule::WorkloadSelector:
        return ConnectionModel::tr("Selector = template labels");
    case Connection::Rule::ServiceSelector:
        return ConnectionModel::tr("Selector = Pod labels");
    case Connection::Rule::TargetPort:
        return ConnectionModel::tr("targetPort = container port");
    case Connection::Rule::IngressService:
        return ConnectionModel::tr("Ingress names a Service");
    case Connection::Rule::IngressPort:
        return ConnectionModel::tr("Ingress port = Service port");
    case Connection::Rule::RouteService:
        return ConnectionModel::tr("Route names a Service");
    case Connection::Rule::RoutePort:
        return ConnectionModel::tr("Route port = Service port");
    }
    return {};
}

/// What stands in for a value that is not there.
QString absence(const Connection &row)
{
    switch (row.rule) {
    case Connection::Rule::WorkloadSelector:
    case Connection::Rule::ServiceSelector:
        return ConnectionModel::tr("no such label");
    case Connection::Rule::TargetPort:
        return ConnectionModel::tr("no such port is declared");
    case Connection::Rule::IngressService:
    case Connection::Rule::RouteService:
        return ConnectionModel::tr("no such Service");
    case Connection::Rule::IngressPort:
    case Connection::Rule::RoutePort:
        return ConnectionModel::tr("no such port");
    }
    return {};
}

/// All of one application is in one namespace.
QString objectText(const Place &place) { return model::kindName(place.object.kind) + u'/' + place.object.name; }

} // namespace

State stateOf(Link::Match match)
{
    switch (match) {
    case Link::Match::Fine:
        return State::Fine;
    case Link::Match::Wrong:
        return State::Fault;
    case Link::Match::Suspected:
        return State::Suspected;
    case Link::Match::Unknown:
        break;
    }
    return State::NotChecked;
}

void ConnectionModel::setRows(std::vector<Connection> rows)
{
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void ConnectionModel::setLines(const QHash<source::FieldOf, QString> &lines)
{
    if (lines == m_lines)
        return;
    m_lines = lines;
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, FromColumn), index(rowCount() - 1, ToColumn));
}

void ConnectionModel::setLanguage(base::Language language)
{
    beginResetModel();
    m_language = language;
    endResetModel();
}

int ConnectionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ConnectionModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString ConnectionModel::firstLine(const Connection &row, int column) const
{
    if (column == RuleColumn)
        return ruleWord(row.rule);
    const QString &value = column == FromColumn ? row.from.value : row.to.value;
    return value.isEmpty() ? absence(row) : redact::clean(value);
}

/// "Service/orders  spec.selector.tier", or from a file "orders.yaml:14  spec.selector.tier", which says the same.
QString ConnectionModel::placeText(const Place &place) const
{
    if (place.object.isNull())
        return {};
    const QString line = m_lines.value({place.object, place.field});
    return redact::clean((line.isEmpty() ? objectText(place) : line) + u"  "_s + place.field);
}

/// A cell for a screen reader: a value never without whether it matches.
QString ConnectionModel::saidText(const Connection &row, int column) const
{
    QStringList lines{firstLine(row, column), secondLine(row, column)};
    if (column != RuleColumn) {
        const Place &place = column == FromColumn ? row.from : row.to;
        lines += place.object.isNull() ? QString() : redact::clean(objectText(place));
        lines += lookOf(stateOf(row.match)).word.in(m_language);
    }
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QString ConnectionModel::secondLine(const Connection &row, int column) const
{
    if (column == FromColumn)
        return placeText(row.from);
    if (column == ToColumn)
        return placeText(row.to);
    const QString word = lookOf(stateOf(row.match)).word.in(m_language);
    return row.of > 1 ? tr("%1 · on %2 of %3 Pods").arg(word).arg(row.equal).arg(row.of) : word;
}

QVariant ConnectionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Connection &row = m_rows[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return firstLine(row, index.column());
    case SecondLineRole:
        return secondLine(row, index.column());
    case StateRole:
        return static_cast<int>(stateOf(row.match));
    case Qt::ToolTipRole: // a tool tip would take cluster text for markup
    case Qt::AccessibleTextRole: {
        const QString text = saidText(row, index.column());
        return role == Qt::ToolTipRole ? text.toHtmlEscaped().replace(u'\n', u"<br>"_s) : text;
    }
    default:
        return {};
    }
}

QVariant ConnectionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case RuleColumn:
        return tr("What must match");
    case FromColumn:
        return tr("Here");
    case ToColumn:
        return tr("There");
    default:
        return {};
    }
}

} // namespace faultline::ui::connections
