using Cutover.Web.Hosting;

var builder = WebApplication.CreateBuilder(args);
var host = CutoverOptions.Bind(builder.Configuration);
await using var lab = await LabHosting.StartAsync(host, builder.Configuration);
builder.AddCutover(host, lab);

var app = builder.Build();
await app.MigrateAsync();
app.UseCutover();
await app.RunAsync();
