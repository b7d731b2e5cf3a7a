# The host: dashboard, API and engine in one process. Built and run as an unprivileged user on a read-only file system;
# /data is the only place that is written.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /repository
COPY . .
RUN dotnet publish web/Cutover.Web -c Release -o /app && mkdir /data

FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
COPY --from=build /app /app
COPY --from=build --chown=$APP_UID /data /data
USER $APP_UID
WORKDIR /app
ENV ASPNETCORE_URLS=http://0.0.0.0:5080 \
    Cutover__Database=/data/cutover.db \
    Cutover__Playbooks=/playbooks
EXPOSE 5080
VOLUME /data
ENTRYPOINT ["dotnet", "Cutover.Web.dll"]
