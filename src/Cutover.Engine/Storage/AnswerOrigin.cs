namespace Cutover.Engine.Storage;

/// <summary>Who gave an answer.</summary>
public enum AnswerOrigin
{
    /// <summary>The zone's own name servers: what Route 53 gives now.</summary>
    NameServers,

    /// <summary>The playbook's recursive resolvers: what their clients are told, old answers included.</summary>
    Resolvers,
}
