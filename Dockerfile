# The standalone edition: one process, its data in /data.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish standalone --configuration Release --output /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
RUN install --directory --owner app --group app --mode 0700 /data
COPY --from=build /app /app
USER app
WORKDIR /app
VOLUME /data
ENTRYPOINT ["dotnet", "Nsdd311.Standalone.dll", "--data", "/data"]
