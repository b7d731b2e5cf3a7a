using System.Net;
using Cutover.Web.Access;
using Cutover.Web.Tests.Hosts;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Web.Tests.Access.SingleSignOn;

/// <summary>What must not let anybody in. The person has a role each time: only the answer is wrong.</summary>
public sealed class ForgedAnswerTests
{
    private static readonly IdToken Good = new(Groups: "boss");

    private static readonly Dictionary<string, (IdToken Token, string Words)> Bent = new()
    {
        ["nonce"] = (Good with { Nonce = "another" }, "nonce is another"),
        ["expired"] = (Good with { OverFor = TimeSpan.FromMinutes(6) }, "is expired"),
        ["audience"] = (Good with { Audience = "another-client" }, "is for another client"),
        ["issuer"] = (Good with { Issuer = "https://evil.example" }, "is of another issuer"),
        ["key"] = (Good with { SignedBy = IdToken.Foreign }, "is signed by no key of the provider"),
        ["unsigned"] = (Good with { IsUnsigned = true }, "is signed by no key of the provider"),
    };

    public static TheoryData<string> Tokens => [.. Bent.Keys];

    [Theory]
    [MemberData(nameof(Tokens))]
    public async Task A_token_that_does_not_hold_lets_nobody_in(string what)
    {
        await using var provider = await OidcProvider.StartAsync();
        await using var host = await provider.HostAsync();
        using var browser = host.Browser();
        provider.Next = Bent[what].Token;

        await AssertRefusedAsync(host, browser, await browser.EnterAsync(), Bent[what].Words);

        provider.Next = Good;
        Assert.Equal(HttpStatusCode.OK, (await browser.EnterAsync()).StatusCode);
    }

    [Fact]
    public async Task A_state_of_no_sign_in_here_lets_nobody_in()
    {
        await using var provider = await OidcProvider.StartAsync();
        await using var host = await provider.HostAsync();
        using var browser = host.Browser();
        provider.Next = Good;
        var back = (await browser.ReturnAsync()).AbsoluteUri;

        var forged = back[..back.IndexOf("&state=", StringComparison.Ordinal)] + "&state=forged";
        await AssertRefusedAsync(host, browser, await browser.GetAsync(forged), "does not belong");
    }

    [Fact]
    public async Task An_answer_to_another_browser_lets_nobody_in()
    {
        await using var provider = await OidcProvider.StartAsync();
        await using var host = await provider.HostAsync();
        using var attacker = host.Browser();
        using var victim = host.Browser();
        provider.Next = Good;

        await AssertRefusedAsync(host, victim, await victim.GetAsync((await attacker.ReturnAsync()).AbsoluteUri), "does not belong");
    }

    [Fact]
    public async Task A_code_works_once()
    {
        await using var provider = await OidcProvider.StartAsync();
        await using var host = await provider.HostAsync();
        using var browser = host.Browser();
        provider.Next = Good;
        var back = (await browser.ReturnAsync()).AbsoluteUri;
        await browser.GetAsync(back);
        await browser.PostFromAsync("/account", "/sign-out");

        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync(back)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, await browser.StatusAsync("/account"));
    }

    [Fact]
    public async Task Who_turns_back_at_the_provider_is_not_in_and_what_came_with_it_is_written_down_nowhere()
    {
        await using var provider = await OidcProvider.StartAsync();
        await using var host = await provider.HostAsync();
        using var browser = host.Browser();
        provider.Denies = true;

        await AssertRefusedAsync(host, browser, await browser.EnterAsync(), "the provider answered with the error access_denied");
        Assert.DoesNotContain(host.Log.Lines, line => line.Contains("forged", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_comes_too_often_is_neither_looked_at_nor_put_on_record()
    {
        await using var provider = await OidcProvider.StartAsync();
        await using var host = await provider.HostAsync();
        using var browser = host.Browser();
        for (var attempt = 0; attempt < SignInAttempts.Allowed; attempt++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await browser.StatusAsync("/sign-in/oidc?code=a&state=guess"));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, await browser.StatusAsync("/sign-in/oidc?code=a&state=guess"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await browser.StatusAsync("/sign-in/start"));
        Assert.Equal(SignInAttempts.Allowed, await host.DatabaseAsync(database => database.Audit.CountAsync(TestContext.Current.CancellationToken)));
    }

    private static async Task AssertRefusedAsync(RunningHost host, Browser browser, HttpResponseMessage answer, string words)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains(words, WebUtility.HtmlDecode(await answer.TextAsync()), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await browser.StatusAsync("/account"));
        var row = Assert.Single(await host.DatabaseAsync(database => database.Audit.ToListAsync(TestContext.Current.CancellationToken)));
        Assert.Equal(("sign-in.failed", "(single sign-on)"), (row.Act, row.Who));
        Assert.Contains(words, row.Why, StringComparison.Ordinal);
    }
}
