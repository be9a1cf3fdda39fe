using System.Runtime.CompilerServices;

namespace ScalingAnalyzers.CodeFixes;

/// <summary>
/// For which rule a key was offered. `dotnet format` mends rule by rule, but asks for a fix of whichever diagnostic of the analyzer
/// comes first, and hands that key over with the rule that it means. Keys are shared (same-compute mends SCALE001 and SCALE004), so
/// the text cannot tell; the string that was handed out can.
/// </summary>
internal sealed class OfferedKeys
{
    private readonly ConditionalWeakTable<string, string> _rules = new();

    /// <summary>The key as a string of its own, remembered as long as it lives.</summary>
    public string For(string rule, string key)
    {
        string offered = new(key.ToCharArray());
        _rules.Add(offered, rule);
        return offered;
    }

    /// <summary>Whether the key is one that was offered, but for another rule; one that went through another process is not known.</summary>
    public bool WasMeantFor(string key, string anotherThan) => _rules.TryGetValue(key, out string rule) && rule != anotherThan;
}
