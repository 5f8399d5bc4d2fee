# The worker, its three variables, and a network that reaches this machine only.
using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "main", worker = .worker),
    (name = "internet", network = (allow = ["local"])),
  ],
);

const worker :Workerd.Worker = (
  modules = [(name = "worker", esModule = embed "dist/worker.js")],
  compatibilityDate = "2026-01-01",
  bindings = [
    (name = "PLEXO_CLIENT_ID", fromEnvironment = "PLEXO_CLIENT_ID"),
    (name = "PLEXO_API_KEY", fromEnvironment = "PLEXO_API_KEY"),
    (name = "PLEXO_BASE_URL", fromEnvironment = "PLEXO_BASE_URL"),
  ],
);
