# One of the hosts: standalone (one process, its data in /data), silo or gateway (the cluster).
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .

FROM build AS build-standalone
RUN dotnet publish standalone --configuration Release --output /app

FROM build AS build-silo
RUN dotnet publish silo --configuration Release --output /app

FROM build AS build-gateway
RUN dotnet publish gateway --configuration Release --output /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS base
# Health checks ask by curl.
RUN apt-get update && apt-get install --yes --no-install-recommends curl && rm -rf /var/lib/apt/lists/*
RUN install --directory --owner app --group app --mode 0700 /data
USER app
WORKDIR /app
VOLUME /data

FROM base AS silo
COPY --from=build-silo /app /app
ENTRYPOINT ["dotnet", "Nsdd311.Silo.dll", "--address", "host"]

FROM base AS gateway
COPY --from=build-gateway /app /app
ENTRYPOINT ["dotnet", "Nsdd311.Gateway.dll", "--secret", "/data/gateway.key"]

FROM base AS standalone
COPY --from=build-standalone /app /app
ENTRYPOINT ["dotnet", "Nsdd311.Standalone.dll", "--data", "/data"]
