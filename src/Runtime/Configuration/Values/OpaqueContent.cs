namespace ScalingAnalyzers.Configuration;

/// <summary>Something that is written and is neither number, text, truth value nor time: an object, a type, a
/// list.</summary>
internal sealed class OpaqueContent
{
    private readonly string _shown;

    public OpaqueContent(string shown) => _shown = shown;

    public override string ToString() => _shown;
}
