using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Linq;

namespace ScalingAnalyzers.Hardware;

/// <summary>The accelerators that are known by name. All peaks are dense; vendors' headlines since the A100 often are
/// not.</summary>
public static partial class Accelerators
{
    /// <summary>All accelerators, by vendor and year.</summary>
    public static IReadOnlyList<Accelerator> All { get; } =
        Array.AsReadOnly(NvidiaUpTo2022().Concat(NvidiaFrom2022()).Concat(Amd()).Concat(OtherVendors()).ToArray());

    // Incomplete names: what they are taken as, and whether the memory is then known.
    private static readonly (string Name, string TakenAs, bool MemoryKnown)[] Incomplete =
    [
        ("V100", "V100-SXM2-32GB", false),
        ("V100-SXM2", "V100-SXM2-32GB", false),
        ("V100-PCIe", "V100-PCIe-32GB", false),
        ("A100", "A100-SXM-80GB", false),
        ("A100-SXM", "A100-SXM-80GB", false),
        ("A100-SXM4", "A100-SXM-80GB", false),
        ("A100-PCIe", "A100-PCIe-80GB", false),
        ("A100-80GB", "A100-SXM-80GB", true),
        ("A100-40GB", "A100-SXM-40GB", true),
        ("A800", "A800-SXM-80GB", true),
        ("H100", "H100-SXM", true),
        ("H100-80GB", "H100-SXM", true),
        ("H200", "H200-SXM", true),
        ("H800", "H800-SXM", true),
        ("B200", "B200-SXM", true),
        ("B300", "B300-SXM", true),
    ];

    // Other complete names of the same chip.
    private static readonly (string Name, string Same)[] Synonyms =
    [
        ("H100-SXM5", "H100-SXM"),
        ("A100-SXM4-80GB", "A100-SXM-80GB"),
        ("A100-SXM4-40GB", "A100-SXM-40GB"),
        ("A100-80GB-PCIe", "A100-PCIe-80GB"),
        ("A100-40GB-PCIe", "A100-PCIe-40GB"),
        ("A6000", "RTX-A6000"),
        ("3090", "RTX-3090"),
        ("4090", "RTX-4090"),
        ("5090", "RTX-5090"),
        ("RTX-PRO-6000-Blackwell", "RTX-PRO-6000"),
        ("RTX-PRO-6000-Blackwell-Workstation-Edition", "RTX-PRO-6000"),
        ("Trillium", "TPU-v6e"),
        ("Ironwood", "TPU-v7"),
        ("Trn1", "Trainium1"),
        ("Trn2", "Trainium2"),
        ("Trn3", "Trainium3"),
    ];

    private static readonly IReadOnlyDictionary<string, Accelerator> ByPlainName = Index();

    /// <summary>The accelerator of this name; case, spaces and hyphens do not matter.</summary>
    /// <param name="name">Such as H100-SXM, "a100 sxm 80gb", TPUv4.</param>
    /// <returns>The accelerator; <see cref="Accelerator.Assumption"/> describes how an incomplete name was
    /// completed.</returns>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    /// <exception cref="KeyNotFoundException">No accelerator has this name; the message lists near names.</exception>
    public static Accelerator Get(string name)
    {
        if (name is null) throw new ArgumentNullException(nameof(name));
        if (TryGet(name, out var found)) return found;
        var near = NearNames(name);
        throw new KeyNotFoundException($"No accelerator is called '{name}'." +
            (near.Count > 0 ? " Near names: " + string.Join(", ", near) + "." : " See Accelerators.All."));
    }

    /// <summary>The accelerator of this name, if there is one.</summary>
    /// <param name="name">Such as H100-SXM.</param>
    /// <param name="accelerator">The accelerator found.</param>
    /// <returns>Whether one has this name.</returns>
    public static bool TryGet(string name, [NotNullWhen(true)] out Accelerator? accelerator)
    {
        accelerator = null;
        return name is not null && (ByPlainName.TryGetValue(Plain(name), out accelerator)
            || (DriverNames.Plain(name) is { } model && ByPlainName.TryGetValue(Plain(model), out accelerator)));
    }

    /// <summary>Known names that are similar to a mistyped one, nearest first; may be empty.</summary>
    /// <param name="name">What was typed.</param>
    /// <returns>Up to three names.</returns>
    public static IReadOnlyList<string> NearNames(string name) => ScalingAnalyzers.NearNames.Of(name, All.Select(a => a.Name));

    private static Dictionary<string, Accelerator> Index()
    {
        var index = All.ToDictionary(a => Plain(a.Name), StringComparer.Ordinal);
        foreach (var (name, same) in Synonyms) index[Plain(name)] = index[Plain(same)];
        foreach (var (name, takenAs, memoryKnown) in Incomplete) index[Plain(name)] = index[Plain(takenAs)].As(name, memoryKnown);

        // "H100-SXM-80GB" names the memory of a chip that is sold with one only.
        foreach (var a in All)
        {
            if (a.MemoryBytes is not { } bytes) continue;
            string gigabytes = (bytes / Quantity.Billion).ToString(CultureInfo.InvariantCulture) + "gb";
            string full = Plain(a.Name).EndsWith("gb", StringComparison.Ordinal) ? Plain(a.Name) : Plain(a.Name) + gigabytes;
            if (!index.ContainsKey(full)) index[full] = a;
        }

        return index;
    }

    private static string Plain(string name) =>
        new(name.Where(c => c is not (' ' or '-' or '_')).Select(char.ToLowerInvariant).ToArray());
}
