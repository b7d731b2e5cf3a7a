using System.Net;
using Cutover.Core.Accounts;
using Cutover.Core.Conversions;
using Cutover.Engine.Conversions;
using Cutover.Engine.Storage;
using Cutover.Web.Tests.Hosts;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Web.Tests.Access;

/// <summary>A lab in which people sign in: one of each kind, a run of the playbook "quick", and a conversion of it.</summary>
public sealed class PeopleHost : IAsyncLifetime
{
    // Nobody answers there: whoever is sent to it is told so.
    private static readonly string[] Provider =
    [
        "--Cutover:Oidc:Authority=http://127.0.0.1:1",
        "--Cutover:Oidc:ClientId=cutover",
        "--Cutover:Oidc:ClientSecret=of-the-test",
        "--Cutover:Oidc:Roles:sre=operator",
    ];

    private readonly Dictionary<string, (Browser Browser, string? Token)> people = [];

    internal RunningHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Host = await RunningHost.WithLabAsync(["--Cutover:SignIn=true", .. Provider]);
        people["admin"] = await PersonAsync("admin", "Admin");
        people["viewer"] = await PersonAsync("viewer", "Viewer");
        people["operator"] = await PersonAsync("operator", "Operator");
        people["elsewhere"] = await PersonAsync("elsewhere", "Operator:other");
        people["expired"] = await PersonAsync("expired", "Admin");
        people["stranger"] = (Host.Browser(), null);
        await Host.DatabaseAsync(ExpireAsync);
        await Host.StartAsync(token: people["operator"].Token);
    }

    /// <summary>Sends a request as one of them: to the API with a token, elsewhere with a session.</summary>
    internal Task<HttpResponseMessage> SendAsync(string person, HttpRequestMessage request)
    {
        var (browser, token) = people[person];
        if (token is not null && request.RequestUri!.ToString().StartsWith("/api/", StringComparison.Ordinal))
        {
            request.Headers.Authorization = new("Bearer", token);
        }

        return browser.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private async Task<(Browser Browser, string? Token)> PersonAsync(string name, string grant)
    {
        var account = await Host.AddAsync(name, grant);
        return (await Host.SignInAsync(name), await Host.TokenAsync(name, account));
    }

    // A token that is too old, and a session that was ended elsewhere.
    private static async Task<int> ExpireAsync(CutoverContext database)
    {
        database.Conversions.Add(new ConversionRecord
        {
            Kind = ConversionKind.Adopt, Playbook = "quick", State = ConversionState.NotApplied, Who = "test", At = DateTimeOffset.UnixEpoch,
        });
        await database.SaveChangesAsync();
        await database.Accounts.Where(account => account.UserName == "expired").ExecuteUpdateAsync(
            set => set.SetProperty(account => account.SecurityStamp, "another"));
        return await database.ApiTokens.Where(token => token.Account.UserName == "expired").ExecuteUpdateAsync(
            set => set.SetProperty(token => token.ExpiresAt, DateTimeOffset.UnixEpoch));
    }
}
