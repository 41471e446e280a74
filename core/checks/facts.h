#pragma once

#include <QtCore/QLatin1String>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <map>

namespace faultline::checks {

/// Named values that fill the {gaps} of the guide's texts. Values are the cluster's own words, never translated.
using Facts = std::map<QString, QString>;

/// The names a check may use. The guide's loader refuses a text with a gap that is neither here nor a standard one
/// (guide/wording.h), so a new fact is one line here.
namespace fact {
inline constexpr QLatin1StringView message("message"); ///< the cluster's own message, whole
inline constexpr QLatin1StringView reason("reason");   ///< a status or event reason word
inline constexpr QLatin1StringView image("image");
inline constexpr QLatin1StringView repository("repository"); ///< image without tag
inline constexpr QLatin1StringView tag("tag");
inline constexpr QLatin1StringView registry("registry"); ///< host of the image
inline constexpr QLatin1StringView exitCode("exitCode");
inline constexpr QLatin1StringView exitMeaning("exitMeaning"); ///< "SIGKILL", "SIGSEGV", "not found" ...
inline constexpr QLatin1StringView restarts("restarts");
inline constexpr QLatin1StringView memoryLimit("memoryLimit");
inline constexpr QLatin1StringView probe("probe");             ///< "HTTP GET :8080/healthz"
inline constexpr QLatin1StringView probeBudget("probeBudget"); ///< seconds until the probe gives up
inline constexpr QLatin1StringView logLine("logLine");         ///< the line that most likely says why
inline constexpr QLatin1StringView missingKind("missingKind"); ///< "ConfigMap", "Secret", "StorageClass" ...
inline constexpr QLatin1StringView missingName("missingName");
inline constexpr QLatin1StringView missingKey("missingKey");
inline constexpr QLatin1StringView similar("similar");           ///< an existing name that is almost the missing one
inline constexpr QLatin1StringView elsewhere("elsewhere");       ///< a namespace that holds an object of that name
inline constexpr QLatin1StringView selectorPair("selectorPair"); ///< "tier=backedn"
inline constexpr QLatin1StringView labelPair("labelPair");       ///< "tier=backend"
inline constexpr QLatin1StringView selector("selector");         ///< the whole selector, "a=b,c=d"
inline constexpr QLatin1StringView labels("labels");             ///< the whole label set
inline constexpr QLatin1StringView mendedSelector("mendedSelector"); ///< the selector as it should be, "a=b,c=d"
inline constexpr QLatin1StringView
    wrongPairs("wrongPairs"); ///< every pair of the selector that does not fit, "a=b, c=d"
inline constexpr QLatin1StringView rightPairs("rightPairs");             ///< the labels that these most likely mean
inline constexpr QLatin1StringView selectorDiffYaml("selectorDiffYaml"); ///< the change of the selector, signed lines
inline constexpr QLatin1StringView hashKey("hashKey"); ///< a label in the selector that changes with every rollout
inline constexpr QLatin1StringView servicePort("servicePort");
inline constexpr QLatin1StringView targetPort("targetPort");
inline constexpr QLatin1StringView containerPorts("containerPorts"); ///< declared ports, "8080 (http), 9090"
inline constexpr QLatin1StringView listens("listens");       ///< by a trial: on "loopback" alone; "nothing" on the port
inline constexpr QLatin1StringView silence("silence");       ///< of an app that listens: "late", "closed", "reset"
inline constexpr QLatin1StringView triedPorts("triedPorts"); ///< what `listens` or `silence` is said of: "8080, 9090"
inline constexpr QLatin1StringView controller("controller"); ///< that serves an Ingress: "ingress-nginx"
inline constexpr QLatin1StringView suggestedPort("suggestedPort");
inline constexpr QLatin1StringView suggestedPortJson("suggestedPortJson"); ///< the same as a JSON value, for a patch
inline constexpr QLatin1StringView portTrouble("portTrouble"); ///< "name", "number", "quotedNumber", "protocol",
                                                               ///< "target", "nodePort": what was taken for what
inline constexpr QLatin1StringView protocol("protocol");       ///< of the Service's port
inline constexpr QLatin1StringView suggestedProtocol("suggestedProtocol"); ///< that of the container's port
inline constexpr QLatin1StringView targetPortYaml("targetPortYaml");       ///< as it stands in YAML: 80, "80", http
inline constexpr QLatin1StringView suggestedPortYaml("suggestedPortYaml"); ///< of a backend: "number: 80", "name: http"
inline constexpr QLatin1StringView pathType("pathType");
inline constexpr QLatin1StringView portIndex("portIndex");       ///< index in spec.ports, for a patch
inline constexpr QLatin1StringView servicePorts("servicePorts"); ///< the Service's ports, "80 (http), 443"
inline constexpr QLatin1StringView backendService("backendService");
inline constexpr QLatin1StringView backendPort("backendPort");
inline constexpr QLatin1StringView backendPath("backendPath"); ///< JSON pointer of the backend, for a patch
inline constexpr QLatin1StringView host("host");
inline constexpr QLatin1StringView path("path");
inline constexpr QLatin1StringView ingressClass("ingressClass");
inline constexpr QLatin1StringView secretName("secretName");
inline constexpr QLatin1StringView quota("quota");
inline constexpr QLatin1StringView requested("requested");
inline constexpr QLatin1StringView used("used");
inline constexpr QLatin1StringView hard("hard");
inline constexpr QLatin1StringView resource("resource"); ///< "cpu", "memory"
inline constexpr QLatin1StringView largest("largest");   ///< the largest allocatable of any node
inline constexpr QLatin1StringView nodes("nodes");       ///< "1 of 3"
inline constexpr QLatin1StringView claim("claim");
inline constexpr QLatin1StringView storageClass("storageClass");
inline constexpr QLatin1StringView volume("volume");
inline constexpr QLatin1StringView age("age");         ///< seconds
inline constexpr QLatin1StringView user("user");       ///< the user an image runs as
inline constexpr QLatin1StringView command("command"); ///< the program that was to be started
inline constexpr QLatin1StringView readyPods("readyPods");
inline constexpr QLatin1StringView wantedPods("wantedPods");
inline constexpr QLatin1StringView gate("gate");
inline constexpr QLatin1StringView scheduler("scheduler");
inline constexpr QLatin1StringView policy("policy");
inline constexpr QLatin1StringView allowedPorts("allowedPorts"); ///< that a NetworkPolicy lets in, "80, 443/UDP"
inline constexpr QLatin1StringView
    controllerNamespace("controllerNamespace"); ///< where the ingress controller's Pods run
inline constexpr QLatin1StringView family("family");
inline constexpr QLatin1StringView route("route");         ///< name of a Gateway API route
inline constexpr QLatin1StringView routeKind("routeKind"); ///< "HTTPRoute"
inline constexpr QLatin1StringView routeNamespace("routeNamespace");
inline constexpr QLatin1StringView gateway("gateway");
inline constexpr QLatin1StringView gatewayNamespace("gatewayNamespace");
inline constexpr QLatin1StringView gatewayClass("gatewayClass");
inline constexpr QLatin1StringView listener("listener");
inline constexpr QLatin1StringView similarListener("similarListener"); ///< a listener whose name is almost that
inline constexpr QLatin1StringView address("address");
inline constexpr QLatin1StringView backendNamespace("backendNamespace");
inline constexpr QLatin1StringView deviceClass("deviceClass");
inline constexpr QLatin1StringView target("target");         ///< name of what an autoscaler scales
inline constexpr QLatin1StringView targetKind("targetKind"); ///< "Deployment"
inline constexpr QLatin1StringView podsThere("podsThere");   ///< how many Pods are on a node, or use a claim
inline constexpr QLatin1StringView mismatch("mismatch"); ///< "capacity 5Gi < 10Gi": why a volume does not fit a claim
inline constexpr QLatin1StringView maxReplicas("maxReplicas");
inline constexpr QLatin1StringView allPods("allPods");               ///< how many Pods a budget counts
inline constexpr QLatin1StringView budgetField("budgetField");       ///< "minAvailable" or "maxUnavailable"
inline constexpr QLatin1StringView budgetValue("budgetValue");       ///< "2", "50%"
inline constexpr QLatin1StringView suggestedValue("suggestedValue"); ///< for a patch
inline constexpr QLatin1StringView
    blockingPod("blockingPod"); ///< the Pod that others wait for, or that holds something
inline constexpr QLatin1StringView partition("partition");
inline constexpr QLatin1StringView job("job"); ///< name of a run
inline constexpr QLatin1StringView schedule("schedule");
inline constexpr QLatin1StringView timeZone("timeZone");
inline constexpr QLatin1StringView deadline("deadline");   ///< seconds
inline constexpr QLatin1StringView limit("limit");         ///< a number that was reached
inline constexpr QLatin1StringView taint("taint");         ///< "key=value:NoSchedule"
inline constexpr QLatin1StringView since("since");         ///< the moment, RFC 3339
inline constexpr QLatin1StringView nodeNames("nodeNames"); ///< "cp1, cp2"
inline constexpr QLatin1StringView finalizers("finalizers");
inline constexpr QLatin1StringView other("other"); ///< another object involved, "Ingress/shop/old"
inline constexpr QLatin1StringView memoryRequest("memoryRequest");
inline constexpr QLatin1StringView suggestedMemory("suggestedMemory"); ///< a limit to try: twice the present one
inline constexpr QLatin1StringView probeField("probeField"); ///< "livenessProbe", "readinessProbe", "startupProbe"
inline constexpr QLatin1StringView
    probeHandlerYaml("probeHandlerYaml"); ///< what it does, as YAML: "httpGet: {path: /healthz, port: 8080}"
inline constexpr QLatin1StringView probeDelay("probeDelay");               ///< initialDelaySeconds
inline constexpr QLatin1StringView probePeriod("probePeriod");             ///< periodSeconds
inline constexpr QLatin1StringView probeFailures("probeFailures");         ///< failureThreshold
inline constexpr QLatin1StringView probeTimeout("probeTimeout");           ///< timeoutSeconds
inline constexpr QLatin1StringView suggestedFailures("suggestedFailures"); ///< a failureThreshold to try
inline constexpr QLatin1StringView platform("platform");                   ///< of the node: "linux/arm64"
inline constexpr QLatin1StringView
    pullCause("pullCause"); ///< which of the registry's words: "rateLimit", "dns",
                            ///< "network", "certificate", "server", "cut", "altered", "policy", "disk"
inline constexpr QLatin1StringView limitField("limitField"); ///< "limits" or "requests"
inline constexpr QLatin1StringView bound("bound");           ///< "minimum", "maximum" or "ratio"
inline constexpr QLatin1StringView size("size");             ///< a storage size
inline constexpr QLatin1StringView accessMode("accessMode");
inline constexpr QLatin1StringView tolerationYaml("tolerationYaml");     ///< a toleration of it, as YAML
inline constexpr QLatin1StringView bestNode("bestNode");                 ///< the node that needs the smallest change
inline constexpr QLatin1StringView suggestedRequest("suggestedRequest"); ///< what a container would ask for then
inline constexpr QLatin1StringView shortBy("shortBy");                   ///< what is missing on that node
inline constexpr QLatin1StringView free("free");                         ///< what is free there
inline constexpr QLatin1StringView clause("clause"); ///< what a node lacks: "resource", "taint", "labels", "ports",
                                                     ///< "affinity", "spread", "cordon", "notReady", "volume",
                                                     ///< "volumeCount", "noNodes"
inline constexpr QLatin1StringView refusedBy("refusedBy");     ///< "webhook", "webhookDown" or "policy"
inline constexpr QLatin1StringView presentKeys("presentKeys"); ///< the keys that are there: "a, b"
inline constexpr QLatin1StringView runTime("runTime");         ///< how long the run lasted, seconds
inline constexpr QLatin1StringView headroom("headroom");       ///< hard minus used
inline constexpr QLatin1StringView
    probeFailure("probeFailure"); ///< how it failed: "refused", "timeout", "status", "exec", "tls", "unreachable"
inline constexpr QLatin1StringView
    mountCause("mountCause"); ///< "multiAttach", "notFound", "readOnly", "subPath", "permission", "driver", "account",
                              ///< "providerClass", "fileSystem", "helper", "attach", "attachLimit", "timeout"
inline constexpr QLatin1StringView selectorYaml("selectorYaml"); ///< a set of labels as YAML: "{app: web}"
inline constexpr QLatin1StringView podFamily("podFamily");       ///< the IP families of the Pods
inline constexpr QLatin1StringView
    requestContainer("requestContainer");          ///< the container whose resources or settings are to change
inline constexpr QLatin1StringView level("level"); ///< of Pod Security: "baseline", "restricted"
inline constexpr QLatin1StringView
    missingField("missingField"); ///< the field of the Pod's spec that names what is missing: "serviceAccountName"
inline constexpr QLatin1StringView probeStatus("probeStatus"); ///< HTTP status that a probe got
inline constexpr QLatin1StringView formerRun("formerRun");     ///< "--previous" where an ended run has a log of its own
inline constexpr QLatin1StringView sandboxCause("sandboxCause"); ///< "addresses", "handler", "pauseImage", "plugin"
inline constexpr QLatin1StringView execCause("execCause");       ///< "format", "permission", "script", "notFound"
inline constexpr QLatin1StringView createCause("createCause");   ///< "name", "security", "disk", "device"
inline constexpr QLatin1StringView
    evictionCause("evictionCause"); ///< "memory", "disk", "processes", "ownLimit", "preempted", "asked"
inline constexpr QLatin1StringView nodeMissing("nodeMissing"); ///< the name of a node that does not exist
inline constexpr QLatin1StringView scaleUp("scaleUp"); ///< what an autoscaler said of the Pod: "comes", "refused"
inline constexpr QLatin1StringView scaleUpWords("scaleUpWords");
inline constexpr QLatin1StringView otherReason("otherReason"); ///< why the rest of the nodes do not take a Pod
inline constexpr QLatin1StringView extendedResource("extendedResource"); ///< one whose limit must equal its request
inline constexpr QLatin1StringView imageVolume("imageVolume"); ///< the volume whose image it is, not a container's
inline constexpr QLatin1StringView repositoryKnown("repositoryKnown"); ///< what shows that only the tag is unknown
inline constexpr QLatin1StringView otherKind("otherKind");             ///< a kind that has an object of that name
inline constexpr QLatin1StringView volumeYaml("volumeYaml"); ///< a volume's source, mended: "configMap: {name: a}"
inline constexpr QLatin1StringView tolerationsYaml("tolerationsYaml");   ///< all tolerations and a new one, as YAML
inline constexpr QLatin1StringView suggestedTimeout("suggestedTimeout"); ///< a timeoutSeconds to try
inline constexpr QLatin1StringView resourcesYaml("resourcesYaml");       ///< resources inside a LimitRange, as YAML
inline constexpr QLatin1StringView quotaOf("quotaOf");                   ///< "objects", "compute" or "unstated"
inline constexpr QLatin1StringView
    webhookTrouble("webhookTrouble"); ///< "endpoints", "timeout", "certificate", "refused"
inline constexpr QLatin1StringView podSecurityYaml("podSecurityYaml"); ///< securityContext of a Pod, as YAML
inline constexpr QLatin1StringView hostFieldsYaml("hostFieldsYaml");   ///< "hostNetwork: false", one line
inline constexpr QLatin1StringView securedContainersYaml("securedContainersYaml"); ///< containers with one, as YAML
} // namespace fact

/// Every name above, sorted.
const QStringList &allFactNames();

} // namespace faultline::checks
