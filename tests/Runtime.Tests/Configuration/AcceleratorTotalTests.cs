using ScalingAnalyzers.Checks;
using ScalingAnalyzers.Configuration;

namespace ScalingAnalyzers.Tests;

/// <summary>How many accelerators a run has, where its config counts nodes.</summary>
public class AcceleratorTotalTests
{
    // Lightning's Trainer(gpus=8, num_nodes=16) has 128; torchrun has --nnodes x --nproc-per-node.
    [Theory]
    [InlineData(128L, "Gpus", 128)]
    [InlineData(128L, "NumGpus", 128)]
    [InlineData(128L, "NumNodes", 16, "GpusPerNode", 8)]
    [InlineData(128L, "nodes", 16, "n_gpus_per_node", 8)]
    [InlineData(8L, "NumNodes", 1, "Gpus", 8)]
    [InlineData(128L, "NumNodes", 16, "GpusPerNode", 8, "Gpus", 128)] // of all nodes
    [InlineData(128L, "NumNodes", 16, "GpusPerNode", 8, "Gpus", 8)] // of one node
    [InlineData(128L, "NumNodes", 16, "AcceleratorCount", 128)] // a name that has one meaning
    [InlineData(null, "NumNodes", 16, "Gpus", 8)]
    [InlineData(null, "NumNodes", 16)]
    [InlineData(null, "GpusPerNode", 8)]
    [InlineData(null, "Gpus", -1)] // all that there are
    [InlineData(null, "Gpus", "0,1,2,3")] // which
    [InlineData(null, "Accelerators", "h100")]
    [InlineData(null, "NumNodes", "node[1-4]", "GpusPerNode", 8)]
    [InlineData(64L, "Gpus", "64")]
    public void Accelerators_are_those_of_all_nodes(long? expected, params object[] members)
    {
        var run = Read(members);

        Assert.Equal(expected, run.Declared.AcceleratorCount);
        Assert.Empty(run.Config.Impossible);
    }

    [Fact]
    public void What_is_open_has_its_reason() => Assert.Equal(
        "8 are those of one node or of all 16 nodes; declare AcceleratorsPerNode",
        Read("NumNodes", 16, "Gpus", 8).Config.Find(ConfigRole.AcceleratorCount)!.Unknown!.Text);

    private static ConfigRun Read(params object[] members)
    {
        var values = new ConfigValues();
        for (int i = 0; i < members.Length; i += 2)
        {
            string name = (string)members[i];
            values.AddEqual(new ConfigValue(RoleTable.Of(name).Role, name, members[i + 1], 1, ConfigValue.NoSource));
        }

        return ConfigRun.Of("Run", CheckedConfig.Of(values), new CheckOptions());
    }
}
