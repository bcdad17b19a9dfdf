package dev.orrery.sim.fault;

import dev.orrery.sim.disk.CrashPolicy;
import dev.orrery.sim.fault.Links.Direction;
import dev.orrery.sim.fault.Links.Peers;
import dev.orrery.sim.fault.Nemesis.Profile;
import dev.orrery.sim.fault.NetworkFault.Partition;
import dev.orrery.sim.fault.NetworkFault.Partition.Shape;
import dev.orrery.sim.fault.ProcessFault.Kill;
import dev.orrery.sim.fault.Target.Mode;
import dev.orrery.sim.network.Block;
import dev.orrery.sim.network.Overflow;
import dev.orrery.sim.random.Distribution;
import dev.orrery.sim.random.Probability;
import dev.orrery.sim.random.RandomStream;
import dev.orrery.sim.time.DurationRange;
import java.util.Arrays;
import java.util.List;

/** What a nemesis may do, each with its parameters drawn from where they do harm without making a run meaningless. */
enum Malice {
    PARTITION(Profile.PARTITIONS) {
        @Override
        Fault fault(RandomStream random, long length) {
            Shape shape = random.pick(List.of(
                    Shape.ISOLATE,
                    Shape.HALVES,
                    Shape.MAJORITY,
                    Shape.MINORITY_THIRD,
                    Shape.BRIDGE,
                    Shape.MAJORITIES_RING));
            Direction direction = shape == Shape.MAJORITIES_RING ? Direction.BOTH : anyDirection(random);
            return new Partition(shape, Target.one(), direction, anyBlock(random), List.of());
        }
    },
    LOSS(Profile.NETWORK) {
        @Override
        Fault fault(RandomStream random, long length) {
            return new NetworkFault.Loss(percent(random, 1, 50), anyCorrelation(random), anyLinks(random));
        }
    },
    DUPLICATE(Profile.NETWORK) {
        @Override
        Fault fault(RandomStream random, long length) {
            return new NetworkFault.Duplicate(percent(random, 1, 50), anyCorrelation(random), anyLinks(random));
        }
    },
    REORDER(Profile.NETWORK) {
        @Override
        Fault fault(RandomStream random, long length) {
            return new NetworkFault.Reorder(
                    percent(random, 1, 50), anyCorrelation(random), NetworkFault.Reorder.BY, anyLinks(random));
        }
    },
    CORRUPT(Profile.NETWORK) {
        @Override
        Fault fault(RandomStream random, long length) {
            return new NetworkFault.Corrupt(
                    percent(random, 1, 20),
                    anyCorrelation(random),
                    NetworkFault.Corrupt.Mode.DETECTED,
                    anyLinks(random));
        }
    },
    DELAY(Profile.NETWORK) {
        @Override
        Fault fault(RandomStream random, long length) {
            long typical = MS << random.below(9);
            return new NetworkFault.Delay(Distribution.exponential(typical), typical, anyLinks(random));
        }
    },
    BANDWIDTH(Profile.NETWORK) {
        @Override
        Fault fault(RandomStream random, long length) {
            return new NetworkFault.Bandwidth(
                    1024L << random.below(10),
                    NetworkFault.Bandwidth.QUEUE >> random.below(6),
                    random.pick(Arrays.asList(Overflow.values())),
                    anyLinks(random));
        }
    },
    CLOG(Profile.NETWORK) {
        @Override
        Fault fault(RandomStream random, long length) {
            return new NetworkFault.Clog(
                    random.pick(Arrays.asList(NetworkFault.Clog.Strategy.values())), length, anyLinks(random));
        }
    },
    KILL(Profile.CRASHES) {
        @Override
        Fault fault(RandomStream random, long length) {
            CrashPolicy policy = random.pick(List.of(
                    CrashPolicy.LOSE_UNSYNCED, CrashPolicy.LOSE_UNSYNCED, CrashPolicy.LOSE_UNSYNCED, CrashPolicy.KEEP));
            return new Kill(anyone(random), exactly(length), policy, null);
        }
    },
    AIMED_KILL(Profile.CRASHES) {
        @Override
        Fault fault(RandomStream random, long length) {
            return new Kill(
                    anyone(random),
                    exactly(length),
                    CrashPolicy.LOSE_UNSYNCED,
                    random.pick(Arrays.asList(Kill.Moment.values())));
        }
    },
    KILL_FOR_GOOD(Profile.CRASHES) {
        @Override
        Fault fault(RandomStream random, long length) {
            return new Kill(Target.one(), null, CrashPolicy.LOSE_UNSYNCED, null);
        }
    },
    STOP(Profile.CRASHES) {
        @Override
        Fault fault(RandomStream random, long length) {
            return new ProcessFault.Stop(anyone(random), exactly(length));
        }
    },
    PAUSE(Profile.CRASHES) {
        @Override
        Fault fault(RandomStream random, long length) {
            return new ProcessFault.Pause(anyone(random));
        }
    },
    SLOW(Profile.CRASHES) {
        @Override
        Fault fault(RandomStream random, long length) {
            return new ProcessFault.Slow(anyone(random), 2L << random.below(6), ProcessFault.Slow.COST);
        }
    },
    ROLLING(Profile.CRASHES) {
        @Override
        Fault fault(RandomStream random, long length) {
            DurationRange each = new DurationRange(length / 20, length / 10);
            return new ProcessFault.Rolling(Target.all(), each, each, random.below(2) == 0);
        }
    },
    WIPE(Profile.DISKS) {
        @Override
        Fault fault(RandomStream random, long length) {
            return new Kill(Target.one(), exactly(length), CrashPolicy.WIPE, null);
        }
    },
    DISK_SLOW(Profile.DISKS) {
        @Override
        Fault fault(RandomStream random, long length) {
            return new DiskFault.Slow(anyone(random), 2L << random.below(7));
        }
    },
    DISK_STALL(Profile.DISKS) {
        @Override
        Fault fault(RandomStream random, long length) {
            return new DiskFault.Stall(anyone(random));
        }
    },
    DISK_FULL(Profile.DISKS) {
        @Override
        Fault fault(RandomStream random, long length) {
            return new DiskFault.Full(anyone(random));
        }
    },
    DISK_READ_ERROR(Profile.DISKS) {
        @Override
        Fault fault(RandomStream random, long length) {
            return new DiskFault.ReadError(anyone(random), percent(random, 1, 100));
        }
    },
    DISK_SYNC_ERROR(Profile.DISKS) {
        @Override
        Fault fault(RandomStream random, long length) {
            return new DiskFault.SyncError(Target.one(), percent(random, 1, 100));
        }
    },
    DISK_BIT_ROT(Profile.DISKS) {
        @Override
        Fault fault(RandomStream random, long length) {
            return new DiskFault.BitRot(Target.one(), 1 + random.below(8), null);
        }
    },
    DISK_TORN(Profile.DISKS) {
        @Override
        Fault fault(RandomStream random, long length) {
            return new DiskFault.Torn(Target.all());
        }

        @Override
        List<PlannedFault> faults(RandomStream random, long at, long length) {
            long torn = length / 2;
            Kill kill = new Kill(
                    anyone(random), exactly(length - torn), CrashPolicy.LOSE_UNSYNCED, Kill.Moment.UNSYNCED_WRITE);
            return List.of(
                    new PlannedFault(fault(random, length), new Timing.At(at), exactly(length)),
                    new PlannedFault(kill, new Timing.At(at + torn), null));
        }
    },
    DISK_MISDIRECTED(Profile.DISKS) {
        @Override
        Fault fault(RandomStream random, long length) {
            return new DiskFault.Misdirected(Target.one(), percent(random, 1, 10));
        }
    },
    CLOCK_SKEW(Profile.CLOCKS) {
        @Override
        Fault fault(RandomStream random, long length) {
            return new ClockFault.Skew(anyone(random), anyStep(random));
        }
    },
    CLOCK_DRIFT(Profile.CLOCKS) {
        @Override
        Fault fault(RandomStream random, long length) {
            long ppm = 100L << random.below(12);
            return new ClockFault.Drift(anyone(random), random.below(2) == 0 ? ppm : -ppm);
        }
    },
    CLOCK_JUMP(Profile.CLOCKS) {
        @Override
        Fault fault(RandomStream random, long length) {
            return new ClockFault.Jump(anyone(random), anyStep(random));
        }
    },
    CLOCK_STROBE(Profile.CLOCKS) {
        @Override
        Fault fault(RandomStream random, long length) {
            return new ClockFault.Strobe(anyone(random), anyStep(random), MS << random.below(9));
        }
    },
    ADD_NODE(Profile.MEMBERSHIP) {
        @Override
        Fault fault(RandomStream random, long length) {
            return new MembershipFault.AddNode(null, null);
        }
    },
    REMOVE_NODE(Profile.MEMBERSHIP) {
        @Override
        Fault fault(RandomStream random, long length) {
            return new MembershipFault.RemoveNode(Target.one(), MembershipFault.RemoveNode.LEAVE_AFTER);
        }
    },
    REPLACE_NODE(Profile.MEMBERSHIP) {
        @Override
        Fault fault(RandomStream random, long length) {
            return new MembershipFault.ReplaceNode(Target.one(), null);
        }
    },
    TRANSFER_LEADERSHIP(Profile.MEMBERSHIP) {
        @Override
        Fault fault(RandomStream random, long length) {
            return new MembershipFault.TransferLeadership(Target.one());
        }
    };

    private static final long MS = 1_000_000;

    private final Profile profile;

    Malice(Profile profile) {
        this.profile = profile;
    }

    /** The kinds of a profile. */
    static List<Malice> of(Profile profile) {
        return Arrays.stream(values())
                .filter(kind -> switch (profile) {
                    case ALL -> kind.profile != Profile.MEMBERSHIP;
                    case NETWORK -> kind.profile == Profile.NETWORK || kind.profile == Profile.PARTITIONS;
                    default -> kind.profile == profile;
                })
                .toList();
    }

    /**
     * A fault of this kind.
     *
     * @param length how long it will last, in nanoseconds, more than 0
     */
    abstract Fault fault(RandomStream random, long length);

    /** What happens at a time, over so long: mostly one fault. */
    List<PlannedFault> faults(RandomStream random, long at, long length) {
        Fault fault = fault(random, length);
        return List.of(new PlannedFault(fault, new Timing.At(at), fault.lasts() ? exactly(length) : null));
    }

    private static Target anyone(RandomStream random) {
        return Target.servers(
                random.pick(List.of(Mode.ONE, Mode.ONE, Mode.ONE, Mode.MINORITY, Mode.MAJORITY, Mode.ALL)));
    }

    private static Links anyLinks(RandomStream random) {
        return new Links(
                random.below(2) == 0 ? Target.all() : Target.one(),
                anyDirection(random),
                random.pick(List.of(Peers.SERVERS, Peers.SERVERS, Peers.ALL)));
    }

    private static Direction anyDirection(RandomStream random) {
        return random.pick(List.of(Direction.BOTH, Direction.BOTH, Direction.TO, Direction.FROM));
    }

    private static Block anyBlock(RandomStream random) {
        return random.pick(
                List.of(Block.DROP, Block.DROP, Block.DROP, Block.REJECT, Block.QUEUE, Block.DELIVER_AND_TIME_OUT));
    }

    private static Probability anyCorrelation(RandomStream random) {
        return random.below(2) == 0 ? Probability.NEVER : percent(random, 1, 90);
    }

    private static Probability percent(RandomStream random, int least, int most) {
        return Probability.percent((int) random.between(least, most));
    }

    /** From a millisecond to 17 minutes, forward or back. */
    private static long anyStep(RandomStream random) {
        long step = MS << random.below(21);
        return random.below(2) == 0 ? step : -step;
    }

    private static DurationRange exactly(long nanos) {
        return new DurationRange(nanos, nanos);
    }
}
