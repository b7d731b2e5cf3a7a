using System.Net;
using System.Text.RegularExpressions;
using Cutover.Core.Runs;
using Cutover.Web.Access;
using Cutover.Web.Tests.Hosts;
using Microsoft.AspNetCore.Antiforgery;

namespace Cutover.Web.Tests.Api;

/// <summary>The acts without a live dashboard.</summary>
public sealed class ActFormTests(LabHost lab) : IClassFixture<LabHost>
{
    private RunningHost Host => lab.Host;

    [Fact]
    public async Task A_form_rolls_a_run_back_and_then_shows_its_page()
    {
        var id = await Host.StartAsync();

        var done = await PostAsync(FormattableString.Invariant($"/runs/{id}/acts/RollBack"), ("reason", "circuit is dead"), ("step", ""));

        Assert.Equal(
            (HttpStatusCode.SeeOther, FormattableString.Invariant($"/runs/{id}")), (done.StatusCode, done.Headers.Location?.ToString()));
        var run = await Host.UntilAsync(id, RunPhase.RolledBack);
        Assert.Contains("lab operator: circuit is dead", run.RollbackReason, StringComparison.Ordinal);
        var late = await PostAsync(FormattableString.Invariant($"/runs/{id}/acts/pause"));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("The run is over", await late.TextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/runs/987/acts/Pause", "", HttpStatusCode.NotFound)]
    [InlineData("/runs/987/acts/Fly", "", HttpStatusCode.BadRequest)]
    [InlineData("/runs/987/acts/3", "", HttpStatusCode.BadRequest)]
    [InlineData("/runs/987/acts/Approve", "one", HttpStatusCode.BadRequest)]
    public async Task What_a_form_cannot_do_is_said_on_a_page(string path, string step, HttpStatusCode expected)
    {
        var answer = await PostAsync(path, ("step", step));

        Assert.Equal((expected, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains("role=alert", await answer.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_act_has_a_page_with_its_exact_effect_and_a_form_that_does_it()
    {
        var id = await Host.StartAsync();
        var run = await Host.UntilAsync(id, RunPhase.AwaitingApproval);

        var list = await (await Host.GetAsync(FormattableString.Invariant($"/runs/{id}/acts"))).TextAsync();

        Assert.All(run.Acts, act => Assert.Contains(WebUtility.HtmlEncode(act.Label), list, StringComparison.Ordinal));
        foreach (var act in run.Acts.Where(act => act.Allowed))
        {
            var path = FormattableString.Invariant($"/runs/{id}/acts/{act.Act}");
            Assert.Contains($"href=\"{path}\"", list, StringComparison.Ordinal);
            var page = await (await Host.GetAsync(path)).TextAsync();
            Assert.Contains($"action=\"{path}\"", page, StringComparison.Ordinal);
            Assert.Contains(WebUtility.HtmlEncode(act.Effect), page, StringComparison.Ordinal);
            Assert.Equal(act.NeedsReason, page.Contains(" required", StringComparison.Ordinal));
        }

        await SendTheFormOfAsync(id, "Pause");
        var held = await Host.UntilAsync(id, view => view.Summary.Hold is not null);
        Assert.Contains("by the book", held.Summary.Hold!.Words, StringComparison.Ordinal);
        await SendTheFormOfAsync(id, "RollBack");
        await Host.UntilAsync(id, RunPhase.RolledBack);
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_asks_once_and_one_without_a_needed_reason_asks_nothing()
    {
        var id = await Host.StartAsync();
        var path = FormattableString.Invariant($"/runs/{id}/acts/");

        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(path + "Abandon", ("reason", " "))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(path + "Pause", ("key", "one"))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(path + "Pause", ("key", "one"))).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync(path + "Pause", ("key", "two"))).StatusCode);
        await PostAsync(path + "RollBack");
        await Host.UntilAsync(id, RunPhase.RolledBack);
    }

    [Fact]
    public async Task A_form_without_its_antiforgery_token_does_nothing()
    {
        var id = await Host.StartAsync();
        using var form = new FormUrlEncodedContent([new("reason", "forged")]);

        var answer = await Host.Http.PostAsync(
            FormattableString.Invariant($"/runs/{id}/acts/RollBack"), form, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        await (await Host.ActAsync(id, OperatorAct.RollBack)).ReadAsync<Engine.Api.ActDoneView>();
        Assert.DoesNotContain("forged", (await Host.UntilAsync(id, RunPhase.RolledBack)).RollbackReason!, StringComparison.Ordinal);
    }

    // As a browser without a script does: open the page, fill the form in, send it.
    private async Task SendTheFormOfAsync(long id, string act)
    {
        using var browser = Host.Client(new CookieContainer());
        var path = FormattableString.Invariant($"/runs/{id}/acts/{act}");
        var page = await (await browser.GetAsync(path, TestContext.Current.CancellationToken)).TextAsync();
        var fields = Regex.Matches(page, "<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">")
            .Select(field => new KeyValuePair<string, string>(field.Groups[1].Value, field.Groups[2].Value));
        using var form = new FormUrlEncodedContent([.. fields, new("reason", "by the book")]);
        var answer = await browser.PostAsync(path, form, TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, await answer.TextAsync());
    }

    private Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        var page = new DefaultHttpContext
        {
            RequestServices = Host.App.Services,
            User = Operator.PersonInTheLab(null, null),
        };
        var tokens = Host.App.Services.GetRequiredService<IAntiforgery>().GetAndStoreTokens(page);
        var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent([
                new(tokens.FormFieldName, tokens.RequestToken),
                .. fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value)),
            ]),
        };
        request.Headers.Add("Cookie", $"cutover-form={tokens.CookieToken}");
        return Host.SendAsync(request);
    }
}
