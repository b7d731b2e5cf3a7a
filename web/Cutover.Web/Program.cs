using Cutover.Web.Access;
using Cutover.Web.Hosting;

var started = false;
try
{
    // Assets lie beside the program; everything else that is relative lies in the working directory.
    var builder = WebApplication.CreateBuilder(
        new WebApplicationOptions { Args = args, WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot") });
    builder.WebHost.UseStaticWebAssets();
    var host = CutoverOptions.Bind(builder.Configuration);
    if (StartRules.Refusal(host, builder.Configuration) is { } refusal)
    {
        return await StartFailure.SayAsync(refusal);
    }

    if (ListenAddresses.Of(builder.Configuration) is [ListenAddresses.Default])
    {
        builder.WebHost.UseUrls(ListenAddresses.Default);
    }

    await using var lab = await LabHosting.StartAsync(host, builder.Configuration);
    builder.AddCutover(host, lab);

    // What keeps the host from starting is said below in words, which a stack trace would only hide.
    builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => started && level >= LogLevel.Information);

    await using var app = builder.Build();
    await app.MigrateAsync();
    app.UseCutover();
    await app.StartAsync();
    started = true;
    await app.AnnounceAccessAsync();
    await app.WaitForShutdownAsync();
    return 0;
}
catch (Exception failure) when (!started && StartFailure.Words(failure) is { } words)
{
    return await StartFailure.SayAsync(words);
}
