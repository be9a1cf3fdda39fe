using System;
using System.Collections.Generic;
using System.Linq;

namespace ScalingAnalyzers.Hardware;

/// <summary>The names that drivers print, such as "NVIDIA H100 80GB HBM3" (`torch.cuda.get_device_name`,
/// `nvidia-smi`).</summary>
internal static class DriverNames
{
    private static readonly string[] Vendors = ["nvidia", "amd", "tesla", "instinct", "geforce", "google", "intel"];

    // NVIDIA prints no form factor for SXM modules of Hopper: their memory names it, HBM3 on SXM and HBM2e or HBM3 on
    // the PCIe card, whose name has PCIe.
    private static readonly HashSet<string> MemoryKinds = new(StringComparer.OrdinalIgnoreCase) { "HBM2", "HBM2e", "HBM3", "HBM3e", "OAM" };

    /// <summary>The name without vendor and kind of memory; null where it has neither.</summary>
    public static string? Plain(string name)
    {
        string[] words = name.Split(new[] { ' ', '-', '_' }, StringSplitOptions.RemoveEmptyEntries);
        string[] kept = words.Where((word, i) => !MemoryKinds.Contains(word)
            && (i > 1 || !Vendors.Contains(word, StringComparer.OrdinalIgnoreCase))).ToArray();
        return kept.Length > 0 && kept.Length < words.Length ? string.Join("-", kept) : null;
    }
}
