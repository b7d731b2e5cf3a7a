using Cutover.Web.Access;
using Cutover.Web.Hosting;

var builder = WebApplication.CreateBuilder(args);
var host = CutoverOptions.Bind(builder.Configuration);
if (StartRules.Refusal(host, builder.Configuration) is { } refusal)
{
    await Console.Error.WriteLineAsync($"Cutover did not start. {refusal}");
    return 1;
}

await using var lab = await LabHosting.StartAsync(host, builder.Configuration);
builder.AddCutover(host, lab);

var app = builder.Build();
await app.MigrateAsync();
app.UseCutover();
await app.RunAsync();
return 0;
