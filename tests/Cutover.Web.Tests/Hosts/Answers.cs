using System.Net;
using System.Net.Http.Json;
using System.Text;
using Cutover.Core.Runs;
using Cutover.Engine.Api;

namespace Cutover.Web.Tests.Hosts;

/// <summary>Short ways to ask and to read.</summary>
internal static class Answers
{
    public static Task<HttpResponseMessage> PostAsync<T>(this RunningHost host, string path, T body, string? who = null, string? token = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body, options: RunJson.Options) };
        request.Headers.Authorization = token is null ? null : new("Bearer", token);
        if (who is not null)
        {
            request.Headers.Add(ApiRoutes.OperatorHeader, who);
        }

        return host.SendAsync(request);
    }

    public static Task<HttpResponseMessage> PostTextAsync(
        this RunningHost host, string path, string json, string type = "application/json") =>
        host.SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(json, Encoding.UTF8, type) });

    public static Task<HttpResponseMessage> GetAsync(this RunningHost host, string path) =>
        host.SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    public static Task<HttpResponseMessage> SendAsync(this RunningHost host, HttpRequestMessage request) =>
        host.Http.SendAsync(request, TestContext.Current.CancellationToken);

    public static async Task<T> ReadAsync<T>(this HttpResponseMessage response)
    {
        Assert.True(response.IsSuccessStatusCode, await response.TextAsync());
        return RunJson.Read<T>(await response.TextAsync());
    }

    public static Task<string> TextAsync(this HttpResponseMessage response) =>
        response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    /// <summary>The problem, after making sure that it is one.</summary>
    public static async Task<ApiProblem> ProblemAsync(this HttpResponseMessage response, HttpStatusCode expected)
    {
        Assert.Equal((expected, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        var problem = RunJson.Read<ApiProblem>(await response.TextAsync());
        Assert.Equal((int)expected, problem.Status);
        return problem;
    }
}
