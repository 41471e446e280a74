#include "core/model/gateway.h"

using namespace Qt::StringLiterals;

namespace faultline::model {

bool RouteParent::isGateway() const { return kind == "Gateway"_L1 && group == "gateway.networking.k8s.io"_L1; }

bool isRouteKind(Kind kind)
{
    return kind == Kind::HTTPRoute || kind == Kind::GRPCRoute || kind == Kind::TLSRoute || kind == Kind::TCPRoute;
}

} // namespace faultline::model
