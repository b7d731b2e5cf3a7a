using System.Security.Claims;
using Bunit;
using Cutover.Core.Accounts;
using Cutover.Core.Runs;
using Cutover.Web.Access;
using Cutover.Web.Access.People;
using Cutover.Web.Components;
using Cutover.Web.Components.Run;
using Cutover.Web.Tests.Hosts;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Web.Tests.Components;

/// <summary>A circuit lives on when its session does not: every act asks anew.</summary>
public sealed class CircuitAccessTests
{
    [Fact]
    public async Task What_is_taken_away_while_a_circuit_is_open_is_gone_at_its_next_act()
    {
        await using var host = await RunningHost.WithPeopleAsync();
        await host.AddAsync("root", "Admin");
        var id = await host.AddAsync("kim", "Operator:quick");
        var account = await host.DatabaseAsync(database => database.Accounts.Include(one => one.Grants).SingleAsync(one => one.Id == id));
        var operatorName = new OperatorName(
            new Circuit(Sessions.Open(account, "192.0.2.7")),
            host.App.Services.GetRequiredService<Sessions>(),
            host.App.Services.GetRequiredService<PlaybookRights>());

        Assert.Equal(("kim", "kim", "192.0.2.7"), await OriginAsync(operatorName, "quick"));
        Assert.Contains("role Operator for other", (await operatorName.PermitAsync(Role.Operator, "other")).Refusal, StringComparison.Ordinal);
        Assert.Contains("role Admin", (await operatorName.PermitAsync(Role.Admin, null)).Refusal, StringComparison.Ordinal);

        await ChangeAsync(host, accounts => accounts.GrantAsync(new("root"), id, Role.Viewer, "quick", CancellationToken.None));
        Assert.Contains("you have Viewer:quick", (await operatorName.PermitAsync(Role.Operator, "quick")).Refusal, StringComparison.Ordinal);
        await ChangeAsync(host, accounts => accounts.EndSessionsAsync(new("root"), id, CancellationToken.None));
        Assert.Contains("session is over", (await operatorName.PermitAsync(Role.Operator, "quick")).Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_only_looks_has_no_button_that_acts_and_is_told_why()
    {
        await using var bench = await DashboardBench.StartAsync("Viewer");
        var run = await (await bench.StartRunAsync()).ReachAsync(RunPhase.Baking);

        var page = bench.Render<RunPage>(parameters => parameters.Add(p => p.Id, run.Id));
        page.WaitForElement(".run", TimeSpan.FromSeconds(15));

        Assert.True(page.Find(".roll-back").HasAttribute("disabled"));
        Assert.Contains("needs the role Operator", page.Find(".acts-why").TextContent, StringComparison.Ordinal);
        Assert.False(page.Find(".run").HasAttribute("data-rollback-effect"));
    }

    private static async Task<(string, string?, string?)> OriginAsync(OperatorName name, string playbook)
    {
        var origin = (await name.PermitAsync(Role.Operator, playbook)).Origin!;
        return (origin.Who, origin.Person, origin.From);
    }

    private static async Task ChangeAsync(RunningHost host, Func<AccountChanges, Task<string?>> change)
    {
        await using var scope = host.App.Services.CreateAsyncScope();
        Assert.Null(await change(scope.ServiceProvider.GetRequiredService<AccountChanges>()));
    }

    private sealed class Circuit(ClaimsPrincipal person) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(person));
    }
}
