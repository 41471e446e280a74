#pragma once

#include <QtCore/QByteArrayView>
#include <QtCore/QString>

namespace faultline::kube {

/// metadata of a list: what is needed to ask for its next page while this one is being decoded.
struct ListHead {
    QString continueToken;     ///< empty on the last page
    qint64 remaining = -1;     ///< remainingItemCount; -1 when the server does not say
    QString resourceVersion{}; ///< where a watch goes on from
};

/// Reads only as far as the list's `metadata`, which the API server writes before the items; finds it behind them too.
/// Anything that is no list gives an empty head: the decoder will say what is wrong with it.
ListHead listHead(QByteArrayView json);

} // namespace faultline::kube
