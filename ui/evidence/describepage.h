#pragma once

#include "core/model/cluster.h"
#include "ui/common/theme.h"

#include <QtWidgets/QWidget>

namespace faultline::ui {
class CopyButton;
}

namespace faultline::ui::evidence {

class ElidedLabel;
class SearchBar;
class TextView;

/// One object as `kubectl describe` shows it.
class DescribePage : public QWidget
{
    Q_OBJECT

public:
    explicit DescribePage(QWidget *parent = nullptr);

    void setObject(const model::ObjectRef &object);
    /// The object, or what stands in the way; what surrounds it comes from the cluster.
    void setRaw(const model::ClusterPtr &cluster, const QJsonObject &object, const QString &problem);
    void retranslate();

private:
    void render();
    QString text() const;

    ElidedLabel *m_name;
    CopyButton *m_copy;
    TextView *m_view;
    SearchBar *m_search;
    model::ObjectRef m_ref;
    model::ClusterPtr m_cluster;
    QJsonObject m_object;
    QString m_problem;
};

} // namespace faultline::ui::evidence
