using System;
using System.Collections.Generic;

namespace ScalingAnalyzers.Checks;

/// <summary>
/// The numbers and texts of a finding, by the keys of <see cref="FindingKeys"/>. Unknown values are left out.
/// </summary>
internal sealed class FindingData
{
    private readonly Dictionary<string, double> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, double> Numbers => _numbers;

    public IReadOnlyDictionary<string, string> Texts => _texts;

    public FindingData With(string key, double? number)
    {
        if (number is { } known) _numbers[key] = known;
        return this;
    }

    public FindingData With(string key, string text)
    {
        _texts[key] = text;
        return this;
    }
}
