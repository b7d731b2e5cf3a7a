using Cutover.Web.Access;
using Cutover.Web.Hosting;

// Assets lie beside the program; everything else that is relative lies in the working directory.
var builder = WebApplication.CreateBuilder(
    new WebApplicationOptions { Args = args, WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot") });
builder.WebHost.UseStaticWebAssets();
var host = CutoverOptions.Bind(builder.Configuration);
if (StartRules.Refusal(host, builder.Configuration) is { } refusal)
{
    await Console.Error.WriteLineAsync($"Cutover did not start. {refusal}");
    return 1;
}

if (ListenAddresses.Of(builder.Configuration) is [ListenAddresses.Default])
{
    builder.WebHost.UseUrls(ListenAddresses.Default);
}

await using var lab = await LabHosting.StartAsync(host, builder.Configuration);
builder.AddCutover(host, lab);

var app = builder.Build();
await app.MigrateAsync();
app.UseCutover();
await app.RunAsync();
return 0;
